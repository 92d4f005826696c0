import type { Db } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'

const id = '00000000-0000-7000-8000-000000000001'

/** Whom commands act as on this computer's database: somebody who owns it, without quota. */
export async function localOwner(db: Db): Promise<Owner> {
  await db.user.createMany({ data: [{ id, name: 'Local owner' }], skipDuplicates: true })
  return { userId: id }
}

import { z } from 'zod'
import type { Db } from '#app/platform/db.server.ts'

type Named = { kind: string; id?: string | null }

/** What the people are called who stand in the audit trail, by their ids; who is gone has no name. */
export async function readNames(db: Db, parties: Named[]): Promise<Record<string, string>> {
  const ids = parties.flatMap(({ kind, id }) => {
    const valid = z.uuid().safeParse(id).data
    return kind === 'user' && valid ? [valid] : []
  })
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return Object.fromEntries(people.map(({ id, name }) => [id, name]))
}

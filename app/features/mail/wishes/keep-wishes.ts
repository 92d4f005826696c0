import { z } from 'zod'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { unsaid, type WishedKind, type Wishes, wishedKinds } from './kinds.ts'

const rowSchema = z.object({ kind: z.enum(wishedKinds), isWanted: z.boolean() })

/** Which kinds of mail somebody wants; for those that they have said nothing of, what holds for everybody. */
export async function readWishes(db: Db | Tx, userId: string): Promise<Wishes> {
  const rows = await db.mailWish.findMany({ where: { userId } })
  const said = rows.map((row) => rowSchema.parse(row)).map(({ kind, isWanted }) => [kind, isWanted])
  return { ...unsaid, ...Object.fromEntries(said) }
}

/** Keeps what somebody said of some kinds. What stays as it was keeps the time at which it was said. */
export async function keepWishes(
  tx: Db | Tx,
  userId: string,
  wishes: Partial<Wishes>,
  now = new Date(),
): Promise<void> {
  for (const kind of wishedKinds) {
    const isWanted = wishes[kind]
    if (isWanted === undefined) continue
    await tx.$executeRaw`
      insert into mail_wishes as w (user_id, kind, is_wanted, changed_at)
      values (${userId}::uuid, ${kind}, ${isWanted}, ${now})
      on conflict (user_id, kind) do update set is_wanted = excluded.is_wanted, changed_at = excluded.changed_at
      where w.is_wanted <> excluded.is_wanted`
  }
}

type Reached = { email: string; userId: string }

/** Where mail of a kind reaches a person; null for who doesn't want it, has no address, is suspended or about to go. */
export async function whereWanted(tx: Db | Tx, userId: string, kind: WishedKind): Promise<Reached | null> {
  const person = await tx.user.findUnique({
    where: { id: userId, disabledAt: null, deleteAfter: null },
    select: { email: true },
  })
  if (!person || person.email === null) return null
  return (await readWishes(tx, userId))[kind] ? { userId, email: person.email } : null
}

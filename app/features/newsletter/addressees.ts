import { z } from 'zod'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'

/** Everybody who asked for news and may be written to: people, and who left an address and confirmed it, without an account. */
const addressees = `
  select 'capture:' || c.id as place, c.id, c.email, true as is_capture from captures c
  where c.wants_news and c.user_id is null and not exists (select from users u where u.email = c.email)
  union all
  select 'person:' || u.id, u.id, u.email, false from mail_wishes w join users u on u.id = w.user_id
  where w.kind = 'news' and w.is_wanted and u.email is not null and u.disabled_at is null and u.delete_after is null`

const addresseeSchema = z
  .object({ place: z.string(), id: z.string(), email: z.string(), is_capture: z.boolean() })
  .transform(({ place, id, email, is_capture: isCapture }) => ({
    place,
    email,
    addressee: isCapture ? { captureId: id } : { userId: id },
  }))

/** The addressees that come after a place in the order of all; after none, the first. */
export async function nextAddressees(tx: Within, after: string | null, most: number) {
  const rows = await rowsOf(
    tx,
    `select * from (${addressees}) a where place collate "C" > $1 order by place collate "C" limit $2`,
    [after ?? '', most],
  )
  return rows.map((row) => addresseeSchema.parse(row))
}

export async function countAddressees(tx: Within): Promise<number> {
  const [row] = await rowsOf(tx, `select count(*)::int as count from (${addressees}) a`, [])
  return z.object({ count: z.number() }).parse(row).count
}

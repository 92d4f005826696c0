import type pg from 'pg'
import { z } from 'zod'
import { roles } from '#app/features/accounts/permissions.ts'

const caseSchema = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(roles),
  createdAt: z.date(),
  limitedAt: z.date(),
  threads: z.number(),
  /** The latest entry, which a decision is about. */
  seen: z.string(),
  score: z.number(),
  reasons: z.array(z.string()),
  /** When somebody has looked at it and kept it limited; null for a case that is open. */
  keptAt: z.date().nullable(),
})
export type Case = z.infer<typeof caseSchema>

/**
 * Accounts that are limited and not suspended: those to be decided first, the highest score first, then those that somebody
 * has kept limited. `hasMore` where there are more than `size`.
 */
export async function readCases(
  pool: pg.Pool,
  { size }: { size: number },
): Promise<{ cases: Case[]; hasMore: boolean }> {
  const { rows } = await pool.query(
    `select u.id as "userId", u.name, u.email, u.role::text as role, u.created_at as "createdAt",
            u.limited_at as "limitedAt", e.id::text as seen, e.score, e.reasons,
            case when e.kind = 'kept' then e.at end as "keptAt",
            (select count(*)::int from threads t where t.user_id = u.id) as threads
     from users u cross join lateral (
       select id, kind, score, reasons, at from risk_entries where user_id = u.id order by id desc limit 1
     ) e
     where u.limited_at is not null and u.disabled_at is null
     order by e.kind = 'kept', e.score desc, e.id
     limit $1`,
    [size + 1],
  )
  const cases = rows.slice(0, size).map((row) => caseSchema.parse(row))
  return { cases, hasMore: rows.length > size }
}

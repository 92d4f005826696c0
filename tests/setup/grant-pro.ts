import type pg from 'pg'

/** Gives everybody who is there the plan Pro for a day. */
export async function grantPro(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into plan_grants (id, user_id, plan, until, reason)
     select gen_random_uuid(), id, 'pro', now() + interval '1 day', 'tests' from users`,
  )
}

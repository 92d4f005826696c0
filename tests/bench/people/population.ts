import type pg from 'pg'
import { z } from 'zod'
import { hashNewPassword } from '#app/features/accounts/password.ts'
import { hashOfToken, newToken } from '#app/features/accounts/secret-token.ts'
import { sessionCookieOf } from '#app/features/accounts/session-cookie.server.ts'
import { fillQuickly } from '../fill-quickly.ts'
import { fillLibrary } from '../library-rows.ts'
import type { Order } from './person-model.ts'

const threadsEach = 10
export const password = 'seven bridges at dusk'

/** People with a password, a session and ten threads each, which are found by words. */
export async function fillPeople(
  pool: pg.Pool,
  count: number,
  sessionSecret: string,
): Promise<Order['people']> {
  const kept = await hashNewPassword(password, { email: 'somebody@example.com' })
  const tokens = Array.from({ length: count }, newToken)
  await pool.query(
    `insert into users (id, email, name, password_hash)
     select gen_random_uuid(), 'person-' || n || '@example.com', 'Person ' || n, $2 from generate_series(1, $1) n`,
    [count, kept],
  )
  await pool.query(
    `insert into sessions (id, user_id, token_hash, user_agent, network)
     select gen_random_uuid(), u.id, t.hash, '', '' from unnest($1::text[]) with ordinality t (hash, n)
     join users u on u.email = 'person-' || t.n || '@example.com'`,
    [tokens.map(hashOfToken)],
  )
  await fillLibrary(pool, count * threadsEach, { withWords: true })
  await handOut(pool, count)
  const { rows } = await pool.query(
    `select u.email, array_agg(t.id::text) as ids, (substring(u.email from '\\d+'))::int as n from users u
     join threads t on t.user_id = u.id join generations g on g.thread_id = t.id and g.status = 'ready'
     join library_entries e on e.thread_id = t.id and e.trashed_at is null
     where u.email is not null group by u.email order by n`,
  )
  const known = z.array(z.object({ email: z.string(), ids: z.array(z.string()), n: z.number() })).parse(rows)
  const env = { mode: 'local', sessionSecret } as const
  return Promise.all(
    known.map(async ({ email, ids, n }) => ({
      email,
      cookie: await sessionCookieOf(env, tokens[n - 1] ?? ''),
      threadIds: ids,
    })),
  )
}

/** Gives the threads of the one who has them all to everybody, the same number each. */
async function handOut(pool: pg.Pool, count: number): Promise<void> {
  await fillQuickly(pool, async (client) => {
    await client.query(
      `create temporary table dealt on commit drop as
       select t.id, t.source_id, t.snapshot_id, u.id as user_id
       from (select *, row_number() over (order by id) % $1 + 1 as n from threads) t
       join users u on u.email = 'person-' || t.n || '@example.com'`,
      [count],
    )
    for (const statement of [
      'update threads t set user_id = d.user_id from dealt d where d.id = t.id',
      'update sources s set user_id = d.user_id from dealt d where d.source_id = s.id',
      // As a page reads it, all of its steps skipped.
      `update generations set progress = '{"steps": {}}'`,
      'update library_entries e set owner = d.user_id from dealt d where d.id = e.thread_id',
      'update thread_tags g set owner = d.user_id from dealt d where d.id = g.thread_id',
      'update source_words w set owner = d.user_id from dealt d where d.snapshot_id = w.snapshot_id',
    ])
      await client.query(statement)
  })
  for (const table of [
    'threads',
    'sources',
    'snapshots',
    'tweets',
    'generations',
    'library_entries',
    'source_words',
  ])
    await pool.query(`vacuum (analyze) ${table}`)
}

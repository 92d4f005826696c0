import type pg from 'pg'
import { countedTables } from './changes.ts'

const printOf = (rows: string) =>
  `coalesce(md5(string_agg(t::text, '|' order by t::text)), '')  from ${rows} t`

const owned = 'visitor_id = $1 or user_id = $1'
const ofThreads = `thread_id in (select id from threads where ${owned})`
const ofSources = `source_id in (select id from sources where ${owned})`
const ownRows = {
  threads: owned,
  sources: owned,
  snapshots: ofSources,
  rereads: ofSources,
  tweets: ofThreads,
  revisions: ofThreads,
  variants: ofThreads,
  generations: ofThreads,
  tweet_candidates: ofThreads,
  shares: ofThreads,
  publications: ofThreads,
  publication_parts: `publication_id in (select id from publications where ${ofThreads})`,
  library_entries: ofThreads,
  thread_tags: ofThreads,
  users: 'id = $1',
  recovery_codes: 'user_id = $1',
  connected_accounts: 'user_id = $1',
  risk_entries: 'user_id = $1',
  digest_settings: 'user_id = $1',
  mail_wishes: 'user_id = $1',
  captures: 'user_id = $1',
  subscriptions: 'user_id = $1',
  plan_grants: 'user_id = $1',
  ledger_entries: 'user_id = $1',
  subscription_changes: 'user_id = $1',
}

/** Tells by one word whether anything of an owner's, a visitor or a person, has changed. */
export async function printOfOwner(pool: pg.Pool, id: string): Promise<string> {
  const prints = Object.entries(ownRows).map(
    ([table, condition]) => `(select ${printOf(`(select * from ${table} where ${condition})`)})`,
  )
  // When a session was last seen changes by itself.
  prints.push(`(select coalesce(string_agg(id::text, '|' order by id), '') from sessions where user_id = $1)`)
  const { rows } = await pool.query<{ print: string }>(`select ${prints.join(` || ' ' || `)} as print`, [id])
  return rows[0]?.print ?? ''
}

/** Tells by a word a table whether anything in it has changed: all but what comes by itself. */
export async function printOfTables(pool: pg.Pool): Promise<Record<string, string>> {
  const { rows: prints } = await pool.query<{ name: string; print: string }>(
    (await countedTables(pool))
      .map((name) => `select '${name}' as name, (select count(*) || ' ' || ${printOf(name)}) as print`)
      .join(' union all '),
  )
  return Object.fromEntries(prints.map(({ name, print }) => [name, print]))
}

import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { fillQuickly } from './fill-quickly.ts'

/** From what nearly every thread says to what hardly one does; whole, being typed, several at once, and in sources alone. */
export const typedWords = [
  'common',
  'com',
  'c',
  'tenth',
  'hundredth',
  'hundr',
  'thousandth',
  'word17',
  'word1',
  'common hundredth',
  'tenth thousandth',
  'sourceword42',
  'sourcecommon',
  'sourcetenth',
  'nowhere',
]

/**
 * A person with so many threads, each as the application writes them: three tweets of some thirty words out of 20,000, some
 * of them in every second, tenth, hundredth or thousandth thread; and a source for a thread. One in 1,000 is starred or
 * tagged, has unsupported claims, is unfinished, or lies in the trash. `withWords` is for those that are searched.
 */
export async function fillLibrary(
  pool: pg.Pool,
  count: number,
  { withWords }: { withWords: boolean },
): Promise<{ userId: string }> {
  const userId = randomUUID()
  await pool.query(`insert into users (id, name) values ($1, 'Somebody with many threads')`, [userId])
  await fillQuickly(pool, async (client) => {
    await client.query(
      `create temporary table made on commit drop as
       select n, uuidv7(make_interval(secs => n - $1)) as id, gen_random_uuid() as source_id, gen_random_uuid() as snapshot_id,
         uuidv7() as generation_id from generate_series(1, $1) n`,
      [count],
    )
    for (const statement of statements(withWords))
      await client.query(statement.text, statement.isOwned ? [userId] : [])
  })
  return { userId }
}

/**
 * Fills without the indexes of words and builds each at the end, by one sort: 40 million words one by one, in no order, take
 * longer than all else.
 */
export async function withWordIndexesAfter<Filled>(
  pool: pg.Pool,
  fill: () => Promise<Filled>,
): Promise<Filled> {
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes where indexname in ('library_words', 'source_words_words')`,
  )
  for (const { name } of rows) await pool.query(`drop index ${name}`)
  const filled = await fill()
  const client = await pool.connect()
  try {
    await client.query(`set statement_timeout = 0; set maintenance_work_mem = '1GB'`)
    for (const { definition } of rows) await client.query(definition)
  } finally {
    client.release(true)
  }
  return filled
}

const tweetWords = `(select string_agg('word' || floor(random() * random() * 20000)::int, ' ') from generate_series(1, 30) where n > 0)
  || case when n % 2 = 0 then ' common' else '' end || case when n % 10 = 0 then ' tenth' else '' end
  || case when n % 100 = 0 then ' hundredth' else '' end || case when n % 1000 = 0 then ' thousandth' else '' end`
const sourceText = `'Title ' || n || '. sourcecommon ' || case when n % 10 = 0 then 'sourcetenth ' else '' end
  || (select string_agg('sourceword' || floor(random() * random() * 50000)::int, ' ') from generate_series(1, 300) where n > 0)`

const ownWords = `setweight(to_tsvector('simple', 'title ' || n), 'A') || setweight(
  to_tsvector('simple', (select string_agg(text, ' ') from tweets where thread_id = t.id)), 'B')`

const statements = (withWords: boolean): { text: string; isOwned: boolean }[] => {
  const owned = (text: string) => ({ text, isOwned: true })
  const plain = (text: string) => ({ text, isOwned: false })
  return [
    owned(`insert into sources (id, user_id, origin, key) select source_id, $1, 'text', id::text from made`),
    plain(`insert into snapshots (id, source_id, number, kind, title, text, blocks, content_hash, read_at)
      select snapshot_id, source_id, 1, 'text', 'Title ' || n, ${withWords ? sourceText : `'Text'`}, '[]', md5(id::text), now()
      from made`),
    plain(`update sources s set snapshot_id = made.snapshot_id from made where s.id = made.source_id`),
    owned(`insert into threads (id, source_id, user_id, snapshot_id, updated_at)
      select id, source_id, $1, snapshot_id, now() - make_interval(secs => abs(hashint4(n)) % 10000000) from made`),
    plain(`insert into generations (id, thread_id, status, options, progress)
      select generation_id, id, (case when n % 1000 = 7 then 'failed' else 'ready' end)::generation_status, '{}', '{}' from made`),
    plain(`insert into tweets (id, thread_id, position, text)
      select gen_random_uuid(), id, position, ${withWords ? tweetWords : `'A tweet'`}
      from made, generate_series(1, ${withWords ? 3 : 1}) position`),
    owned(
      `insert into thread_tags (thread_id, tag, owner) select id, 'rare', $1 from made where n % 1000 = 11`,
    ),
    // What triggers and indexThread would write, as a thread at a time would take an hour.
    owned(`insert into library_entries
        (thread_id, owner, state, changed_at, title_key, snapshot_id, is_starred, is_doubted, trashed_at, words)
      select t.id, $1, case when n % 1000 = 7 then 'unfinished' else 'ready' end, t.updated_at, 'title ' || n,
        t.snapshot_id, n % 1000 = 3, n % 1000 = 5, case when n % 1000 = 9 then now() end, ${withWords ? ownWords : `''`}
      from made join threads t on t.id = made.id`),
    ...(withWords
      ? [
          owned(`insert into source_words (snapshot_id, owner, words)
            select s.id, $1, strip(to_tsvector('simple', s.text)) from snapshots s join made on made.snapshot_id = s.id`),
        ]
      : []),
  ]
}

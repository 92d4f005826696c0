import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type Database } from '#app/platform/db.server.ts'
import { hearStatements } from '#tests/setup/hear-statements.ts'
import { savedThread, withText } from '#tests/setup/revision-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import type { ThreadDocument } from './document/thread-document.ts'
import { saveDocument } from './save-document.ts'

const database = cloneTestDatabase()
const sent: string[] = []
/** One connection, whose counts can be asked for. */
let counted: Database
beforeAll(() => {
  counted = createDatabase({ url: database.appUrl, poolMax: 1, name: 'counted', logger: database.logger })
  hearStatements(counted.pool, ({ text }) => sent.push(text))
})
afterAll(() => counted.close())

const rowsWritten = async () => {
  await counted.pool.query('select pg_stat_force_next_flush()')
  const { rows } = await counted.pool.query<{ table: string; written: number }>(
    `select relname as table, (n_tup_ins + n_tup_upd + n_tup_del)::int as written from pg_stat_user_tables
     where relname in ('threads', 'tweets', 'revisions', 'library_entries', 'thread_tags')`,
  )
  return Object.fromEntries(rows.map(({ table, written }) => [table, written]))
}

/** A thread of ten tweets, with what a save of it sends and writes. */
async function tenTweets() {
  const thread = await savedThread(database, { options: { length: 10 } })
  const save = async (change: (document: ThreadDocument) => ThreadDocument) => {
    const { version } = await thread.stored()
    const wanted = change(await thread.document())
    const before = await rowsWritten()
    sent.length = 0
    await saveDocument(counted.prisma, thread.owner, { threadId: thread.threadId, version }, wanted)
    const statements = [...sent]
    const after = await rowsWritten()
    const written = Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)])
    return { statements, written: Object.fromEntries(written.filter(([, count]) => count !== 0)) }
  }
  return { ...thread, save }
}

test('a save of one tweet sends ten statements, and writes that tweet, the thread, a revision and the library’s entry once', async () => {
  const { save, stored } = await tenTweets()
  expect((await stored()).tweets).toHaveLength(10)
  // The first edit ever is counted, too.
  await save(withText('Ferries have run here since 1902.', 1))
  const { statements, written } = await save(withText('Ferries have run here since 1904.', 2))
  expect(statements.length).toBeLessThanOrEqual(10)
  expect(written).toEqual({ tweets: 1, threads: 1, revisions: 1, library_entries: 1 })
})

test('moving a tweet writes those that stand elsewhere by that, and no other', async () => {
  const { save, stored } = await tenTweets()
  const before = (await stored()).tweets.map(({ id }) => id)
  await save(withText('Ferries have run here since 1902.', 1))
  const { statements, written } = await save(({ tweets: [first, second, ...rest], ...document }) => ({
    ...document,
    tweets: [second, first, ...rest].flatMap((tweet) => tweet ?? []),
  }))
  expect(statements.length).toBeLessThanOrEqual(11)
  // Each of the two goes out of the way first.
  expect(written).toMatchObject({ tweets: 4, library_entries: 1 })
  const [first, second, ...rest] = before
  expect((await stored()).tweets.map(({ id }) => id)).toEqual([second, first, ...rest])
})

test('a save that changes nothing writes nothing', async () => {
  const { save } = await tenTweets()
  const { statements, written } = await save((document) => document)
  expect(written).toEqual({})
  expect(statements.length).toBeLessThanOrEqual(5)
})

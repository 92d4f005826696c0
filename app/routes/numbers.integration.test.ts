import { describe, expect, test } from 'vitest'
import { countEvent } from '#app/features/analytics/count-event.ts'
import { compareVersions } from '#app/features/kpis/compare.ts'
import { countWords } from '#app/features/segmentation/count-words.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import { accountWorld, type TestBrowser } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { writtenThread } from '#tests/setup/written-thread.ts'
import { loader } from './account.numbers/route.tsx'
import { differenceWords } from './admin.flags_.compare/difference-words.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)
const look = async (browser: TestBrowser) => (await browser.request(loader, '/account/numbers')).data

describe('one’s own numbers', () => {
  test('are of what one made oneself, and of nobody else’s', async () => {
    const ada = await writtenThread(database, world, { texts: ['One stands here.', 'Two\nstand.'] })
    const ben = await world.signedIn()
    const { prisma } = database.owner
    await prisma.tweet.updateMany({
      where: { threadId: ada.threadId, position: 2 },
      data: { verdict: 'opinion' },
    })
    const thread = await prisma.thread.findUniqueOrThrow({
      where: { id: ada.threadId },
      include: { snapshot: true },
    })
    const wordsRead = countWords(thread.snapshot?.text ?? '')
    const hers = await look(ada.browser)
    expect(hers).toMatchObject({ threads: 1, tweets: 2, supported: 1, opinions: 1, posts: 0 })
    expect(hers).toMatchObject({ wordsWritten: 5, wordsRead })
    expect(hers.months).toHaveLength(12)
    expect(hers.months.at(-1)).toMatchObject({ threads: 1 })
    const his = await look(ben.browser)
    expect(his).toMatchObject({ threads: 0, tweets: 0, wordsRead: 0, wordsWritten: 0 })
    await prisma.thread.delete({ where: { id: ada.threadId } })
    expect(await look(ada.browser)).toMatchObject({ threads: 0, tweets: 0, wordsWritten: 0 })
  })

  test('are for who is signed in', async () => {
    await expect(look(world.browser())).rejects.toMatchObject({ status: 302 })
  })
})

describe('two versions', () => {
  /** As a process of a version connects. */
  async function as(version: string, work: (pool: typeof database.app.pool) => Promise<void>) {
    const { logger } = database
    const own = createDatabase({ url: database.appUrl, poolMax: 2, name: `threadr-web ${version}`, logger })
    await work(own.pool).finally(() => own.close())
  }
  const ready = { totalMs: 1_000, costMicros: 0, cacheHit: false, writer: 'built-in', promptVersion: null }

  test('are told apart by what each of them noted, and a difference is named only where it is more than chance', async () => {
    await as('1.4', async (pool) => {
      for (let n = 0; n < 40; n += 1) await countEvent(pool, 'thread_ready', { ...ready, totalMs: 100 * n })
    })
    await as('1.5', async (pool) => {
      for (let n = 0; n < 20; n += 1) await countEvent(pool, 'thread_ready', ready)
      for (let n = 0; n < 20; n += 1)
        await countEvent(pool, 'thread_failed', { code: 'model-down', costMicros: 0 })
    })
    const arms = await compareVersions(database.app.pool, 28)
    const [next, before] = ['1.5', '1.4'].map((version) => arms.find(({ arm }) => arm === version))
    expect(before).toMatchObject({ ready: 40, failed: 0, p95Ms: 3_700 })
    expect(next).toMatchObject({ ready: 20, failed: 20, p95Ms: 1_000 })
    if (!next || !before) throw new Error('a version is missing')
    const words = differenceWords(next, before)
    expect(words[0]).toMatch(/^Success: “1\.5” has −50\.0 points .* more than chance makes of it\.$/)
    expect(words[1]).toBe('Sign-ups: too few on either side to say anything.')
    expect(differenceWords(before, { ...before, arm: '1.6', failed: 1 })[0]).toMatch(/which may be chance\.$/)
  })
})

import { describe, expect, test } from 'vitest'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { readText } from '#app/features/sources/read-text.ts'
import type { Owner } from '#app/platform/owner.ts'
import { newVisitor, submitted } from '#tests/factories/submissions.ts'
import { jobOf, runDependencies, scriptedWriter, tweetEvent } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { changeTweet } from '../change-tweet.ts'
import { readThread } from '../read-thread.ts'
import { wishOf } from './library-wish.ts'
import { readLibrary } from './read-library.ts'
import { starThreads } from './star-threads.ts'
import { listTags, tagThreads, untagThreads } from './tags.ts'
import { putInTrash, restoreThreads, undoTrash } from './trash.ts'

const database = cloneTestDatabase()

/** A source of which the tweets need say nothing: 25 words at least. */
const sourceText = (about: string) =>
  `${about}\n\n${`The text goes on about ${about} for as long as it takes to be a source at all. `.repeat(3)}`

async function written(owner: Owner, tweets: string[], about = 'quiet gardens') {
  const made = await submitted(database.app.prisma, {
    owner,
    submission: { origin: 'text', snapshot: readText(sourceText(about)) },
  })
  const writer = scriptedWriter(async function* () {
    for (const text of tweets) yield tweetEvent(text)
  })
  await runGeneration(runDependencies(database, { writer }), jobOf(made.generationId))
  return made.threadId
}

const look = (owner: Owner, query: string, size = 20) =>
  readLibrary(database.app.pool, owner, wishOf(new URLSearchParams(query)), size)
const ids = async (owner: Owner, query: string) => (await look(owner, query)).rows.map(({ id }) => id)

describe('searching', () => {
  test('finds threads by their tweets, their title and their source, and shows where', async () => {
    const owner = newVisitor()
    const inTweet = await written(owner, ['The café stays open.', 'A ferry leaves at dawn.'], 'old harbours')
    const inSource = await written(owner, ['Nothing of the sort.', 'Still nothing.'], 'steam engines')
    await written(newVisitor(), ['A ferry of somebody else.', 'With steam.'])
    const page = await look(owner, 'q=ferr')
    expect(page.rows.map(({ id }) => id)).toEqual([inTweet])
    expect(page.rows[0]?.snippet).toEqual({
      in: 'tweet',
      parts: [
        { text: 'A ', isHit: false },
        { text: 'ferry', isHit: true },
        { text: ' leaves at dawn.', isHit: false },
      ],
    })
    expect(await ids(owner, 'q=CAFE dawn')).toEqual([inTweet])
    expect(await ids(owner, 'q=harbours')).toEqual([inTweet])
    const bySource = await look(owner, 'q=takes source engines')
    expect(bySource.rows.map(({ id }) => id)).toEqual([inSource])
    expect(bySource.rows[0]?.snippet?.in).toBe('source')
    expect(await look(owner, 'q=zeppelin')).toMatchObject({ rows: [], found: 0 })
    expect((await look(owner, 'q=!!')).found).toBeNull()
  })

  test('follows what is changed, and a hit in the title comes first', async () => {
    const owner = newVisitor()
    const inTitle = await written(owner, ['One.', 'Two.'], 'lighthouses')
    const threadId = await written(owner, ['A first one.', 'A second one.'], 'tides')
    expect(await ids(owner, 'q=lighthouse')).toEqual([inTitle])
    const { tweets, version } = await readThread(database.app.prisma, owner, threadId)
    const tweetId = tweets[0]?.id ?? ''
    await changeTweet(database.app.prisma, owner, { threadId, tweetId, version }, { text: 'A lighthouse.' })
    expect(await ids(owner, 'q=lighthouse')).toEqual([inTitle, threadId])
    expect(await ids(owner, 'q=lighthouse&sort=newest')).toEqual([threadId, inTitle])
    expect(await ids(owner, 'q=first')).toEqual([])
  })

  test('pages through its hits in both directions', async () => {
    const owner = newVisitor()
    for (let count = 0; count < 5; count += 1)
      await written(owner, [`Number ${count} of the bridge.`, 'End.'])
    const all = await ids(owner, 'q=bridge')
    expect(all).toHaveLength(5)
    const first = await look(owner, 'q=bridge', 2)
    const second = await look(owner, `q=bridge&after=${first.next}`, 2)
    const third = await look(owner, `q=bridge&after=${second.next}`, 2)
    expect([...first.rows, ...second.rows, ...third.rows].map(({ id }) => id)).toEqual(all)
    expect(third.next).toBeNull()
    const back = await look(owner, `q=bridge&before=${third.previous}`, 2)
    expect(back.rows).toEqual(second.rows)
    expect(first.previous).toBeNull()
  })
})

describe('the list', () => {
  test('keeps its place in every order, in both directions', async () => {
    const owner = newVisitor()
    for (const about of ['Beta', 'alpha', 'Gamma', 'Ähre', 'delta'])
      await written(owner, ['One.', 'Two.'], about)
    for (const sort of ['newest', 'changed', 'title']) {
      const all = await look(owner, `sort=${sort}`)
      const first = await look(owner, `sort=${sort}`, 2)
      const second = await look(owner, `sort=${sort}&after=${encodeURIComponent(first.next ?? '')}`, 2)
      const third = await look(owner, `sort=${sort}&after=${encodeURIComponent(second.next ?? '')}`, 2)
      expect([...first.rows, ...second.rows, ...third.rows]).toEqual(all.rows)
      const back = await look(owner, `sort=${sort}&before=${encodeURIComponent(third.previous ?? '')}`, 2)
      expect(back.rows).toEqual(second.rows)
    }
    const titles = (await look(owner, 'sort=title')).rows.map(({ title }) => title)
    expect(titles).toEqual(['Ähre', 'alpha', 'Beta', 'delta', 'Gamma'])
    for (const odd of ['after=x', 'before=~', 'sort=changed&after=now~01a2158e-bfbe-745d-afc8-1db35c504f20'])
      expect((await look(owner, odd)).rows).toHaveLength(5)
  })

  test('can be narrowed by state, star, tag and what is not supported', async () => {
    const owner = newVisitor()
    const plain = await written(owner, ['It goes on.', 'And on.'])
    const doubted = await written(owner, ['It cost 4,711 dollars in 1802.', 'And on.'])
    const { threadId: queued } = await submitted(database.app.prisma, { owner })
    expect(await ids(owner, 'state=ready')).toEqual([doubted, plain])
    expect(await ids(owner, 'state=writing')).toEqual([queued])
    expect(await ids(owner, 'state=unfinished')).toEqual([])
    expect(await ids(owner, 'doubted=1')).toContain(doubted)
    expect(await starThreads(database.app.prisma, owner, { ids: [plain], isStarred: true })).toBe(1)
    expect(await ids(owner, 'starred=1')).toEqual([plain])
    await tagThreads(database.app.prisma, owner, { ids: [plain, doubted], tag: ' #Work  in  Progress ' })
    expect(await listTags(database.app.pool, owner)).toEqual(['work in progress'])
    expect(await ids(owner, 'tag=work in progress&starred=1')).toEqual([plain])
    await untagThreads(database.app.prisma, owner, { ids: [plain], tag: 'work in progress' })
    expect(await ids(owner, 'tag=work in progress')).toEqual([doubted])
    await expect(tagThreads(database.app.prisma, owner, { ids: [plain], tag: ' ' })).rejects.toMatchObject({
      code: 'tag-empty',
    })
    const other = newVisitor()
    expect(await starThreads(database.app.prisma, other, { ids: [plain], isStarred: false })).toBe(0)
    expect(await tagThreads(database.app.prisma, other, { ids: [plain], tag: 'mine' })).toBe(0)
  })

  test('leaves out what is in the trash, which can be put back, one by one or as it was put there', async () => {
    const owner = newVisitor()
    const [one, two] = [await written(owner, ['One.', 'Ferry.']), await written(owner, ['Two.', 'Ferry.'])]
    expect((await putInTrash(database.app.prisma, newVisitor(), [one])).count).toBe(0)
    const { at, count } = await putInTrash(database.app.prisma, owner, [one, two])
    expect(count).toBe(2)
    expect(await ids(owner, '')).toEqual([])
    expect(await ids(owner, 'q=ferry')).toEqual([])
    expect((await ids(owner, 'trash=1&q=ferry')).sort()).toEqual([one, two])
    await expect(
      changeTweet(database.app.prisma, owner, { threadId: one, tweetId: one, version: 1 }, { text: 'x' }),
    ).rejects.toMatchObject({ code: 'thread-in-trash' })
    expect(await restoreThreads(database.app.prisma, owner, [two])).toBe(1)
    expect(await ids(owner, '')).toEqual([two])
    expect(await undoTrash(database.app.prisma, owner, at ?? new Date())).toBe(1)
    expect(await ids(owner, '')).toEqual([two, one])
  })
})

import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { claimVisitor } from '#app/features/claiming/claim-visitor.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { sweepTrash } from '#app/features/generation/trash-threads.ts'
import { indexMissing } from '#app/features/threads/library/index-missing.ts'
import { days } from '#app/platform/durations.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { accountWorld, type TestBrowser } from '#tests/setup/account-world.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as paletteLoader } from './palette/route.ts'
import { action, loader } from './threads._index/route.tsx'
import { action as threadAction, loader as threadLoader } from './threads.$threadId/route.tsx'
import { loader as takeOut } from './threads.$threadId_.out_.$format.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)

/** Somebody with threads that are ready, the newest first. */
async function author(count: number) {
  const { browser, id: userId } = await world.signedIn()
  const made: string[] = []
  for (let number = 0; number < count; number += 1) {
    const { threadId, generationId } = await submitted(database.app.prisma, { owner: { userId } })
    await runGeneration(runDependencies(database), jobOf(generationId))
    made.unshift(threadId)
  }
  return { browser, userId, made }
}

const look = async (browser: TestBrowser, query = '') =>
  (await browser.request(loader, `/threads${query}`)).data
const idsOf = async (browser: TestBrowser, query = '') =>
  (await look(browser, query)).rows.map(({ id }) => id)

/** Sends a form of the library; answers where it leads to, or what it was refused with. */
async function send(browser: TestBrowser, form: Record<string, string>, query = '') {
  const answer = await browser.request(action, `/threads?index${query}`, { form })
  return 'data' in answer ? answer.data.error : (answer.headers.get('Location') ?? '')
}

describe('the library', () => {
  test('does what a form asks and leads back to where it was sent from', async () => {
    const { browser, made } = await author(2)
    const [newest = '', oldest = ''] = made
    expect(await send(browser, { intent: `star ${oldest}` }, '&sort=title&q=bridge')).toBe(
      '/threads?q=bridge&sort=title&done=starred&count=1',
    )
    expect(await idsOf(browser, '?starred=1')).toEqual([oldest])
    await send(browser, { intent: `unstar ${oldest}` })
    expect(await idsOf(browser, '?starred=1')).toEqual([])
    await send(browser, { intent: 'tag', id: newest, tag: 'Bridges' })
    expect(await look(browser, '?tag=bridges')).toMatchObject({ tags: ['bridges'], rows: [{ id: newest }] })
    expect(await send(browser, { intent: 'tag', id: newest, tag: ' ' })).toBe('Type a tag: a word or two.')
    expect(await send(browser, { intent: 'trash' })).toMatch(/^Select the threads/)
    await expect(send(browser, { intent: 'trash', id: 'x' })).rejects.toMatchObject({ status: 400 })
  })

  test('moves to the trash, and back as a whole', async () => {
    const { browser, made } = await author(1)
    const [id = ''] = made
    const to = await send(browser, { intent: 'trash', id })
    expect(await idsOf(browser)).toEqual([])
    expect(await idsOf(browser, '?trash=1')).toEqual([id])
    const { done } = await look(browser, new URL(to ?? '', 'http://x').search)
    expect(done).toMatchObject({ deed: 'trashed', count: 1 })
    const stranger = (await author(0)).browser
    await send(stranger, { intent: 'undo', at: done?.at ?? '' })
    expect(await idsOf(browser)).toEqual([])
    await send(browser, { intent: 'undo', at: done?.at ?? '' })
    expect(await idsOf(browser)).toEqual([id])
    await send(browser, { intent: 'delete', id })
    expect(await idsOf(browser)).toEqual([id])
  })

  test('deletes for good what is in the trash: at once where that is asked for, else after 30 days', async () => {
    const { browser, made } = await author(3)
    const [first = '', second = '', third = ''] = made
    for (const id of made) await send(browser, { intent: 'trash', id })
    await send(browser, { intent: 'delete', id: first })
    expect(await idsOf(browser, '?trash=1')).toEqual([third, second])
    const over = (age: number) => sweepTrash(database.owner.prisma, new Date(Date.now() + age))
    expect(await over(days(29))).toBe(0)
    await send(browser, { intent: `restore ${second}` })
    expect(await over(days(30) + 1000)).toBe(1)
    expect(await idsOf(browser)).toEqual([second])
    expect(await idsOf(browser, '?trash=1')).toEqual([])
    const events = await database.owner.prisma.auditEvent.findMany({
      where: { action: 'thread.deleted', subjectId: { in: made } },
      orderBy: { id: 'asc' },
    })
    expect(events).toMatchObject([
      { subjectId: first, actorKind: 'user', reasonCode: 'asked' },
      { subjectId: third, actorKind: 'system', reasonCode: 'trash-over' },
    ])
    await send(browser, { intent: 'trash', id: second })
    expect(await send(browser, { intent: 'empty' }, '&trash=1')).toBe('/threads?trash=1&done=deleted&count=1')
  })

  test('finds threads of before it was there once the job has taken them up', async () => {
    const { browser, made } = await author(1)
    await database.owner.pool.query(
      'update library_entries set words = null, snapshot_id = null where thread_id = $1',
      made,
    )
    expect(await idsOf(browser, '?q=bridge&state=ready')).toEqual([])
    expect(await indexMissing(database.owner.prisma)).toBeGreaterThanOrEqual(1)
    expect(await idsOf(browser, '?q=bridge&state=ready')).toEqual(made)
  })

  test('follows a browser’s threads to the person who signs in, with tags and what they were made from', async () => {
    const { browser, id: userId } = await world.signedIn()
    const { owner, threadId } = await submitted(database.app.prisma)
    if (!('visitorId' in owner)) throw new Error('a visitor is wanted')
    const { visitorId } = owner
    await database.app.pool.query('insert into thread_tags (thread_id, tag, owner) values ($1, $2, $3)', [
      threadId,
      'kept',
      visitorId,
    ])
    await database.app.prisma.$transaction((tx) => claimVisitor(tx, { visitorId, userId }))
    expect(await idsOf(browser, '?tag=kept')).toEqual([threadId])
    expect(await idsOf(browser, '?q=bridge')).toEqual([threadId])
  })
})

test('a thread’s page stars it, trashes it, reads it in the trash, and puts it back', async () => {
  const { browser, made } = await author(1)
  const [threadId = ''] = made
  const params = { threadId }
  const at = `/threads/${threadId}`
  const shown = async () => (await browser.request(threadLoader, at, { params })).data
  const does = async (intent: string) => {
    const answer = await browser.request(threadAction, at, { params, form: { intent } })
    return answer instanceof Response ? answer.headers.get('Location') : answer
  }
  expect(await does('star')).toBe(at)
  expect((await shown()).library).toEqual({ isStarred: true, trash: null })
  await expect(does('delete-for-good')).rejects.toMatchObject({ status: 404 })
  expect(await does('trash')).toMatch(/^\/threads\?done=trashed&count=1&at=/)
  const { library, tweets, canRetry } = await shown()
  expect(Date.parse(library.trash?.goesAt ?? '')).toBeGreaterThan(Date.now() + days(29))
  expect(tweets.length).toBeGreaterThan(0)
  expect(canRetry).toBe(false)
  await expect(does('rewrite')).rejects.toMatchObject({ status: 409 })
  expect(await does('restore')).toBe(at)
  expect((await shown()).library.trash).toBeNull()
})

describe('a thread that its owner calls otherwise', () => {
  test('goes by that name in the library, its search, its own page and what is taken out', async () => {
    const { browser, made } = await author(2)
    const [id = ''] = made
    expect(await send(browser, { intent: `name ${id}`, title: ' The  zeppelin letters ' })).toMatch(
      /done=renamed&count=1$/,
    )
    const { rows } = await look(browser, '?q=zeppel')
    expect(rows.map((row) => [row.id, row.title])).toEqual([[id, 'The zeppelin letters']])
    const params = { threadId: id }
    const { thread } = (await browser.request(threadLoader, `/threads/${id}`, { params })).data
    expect(thread).toMatchObject({
      title: 'The zeppelin letters',
      ownTitle: 'The zeppelin letters',
      version: 2,
    })
    const taken = await browser.request(takeOut, `/threads/${id}/out/markdown`, {
      params: { ...params, format: 'markdown' },
    })
    expect(await taken.text()).toContain('The zeppelin letters')

    await send(browser, { intent: `name ${id}`, title: '' })
    expect((await look(browser)).rows.find((row) => row.id === id)).toMatchObject({
      title: thread.sourceTitle,
      ownTitle: null,
    })
    expect(await idsOf(browser, '?q=zeppel')).toEqual([])
  })

  test('is told at its row where the name is too long, and stays another’s business', async () => {
    const { browser, made } = await author(1)
    const [id = ''] = made
    const title = 'x'.repeat(121)
    const refused = await browser.request(action, '/threads?index', { form: { intent: `name ${id}`, title } })
    expect(refused).toMatchObject({
      data: { error: null, unnamed: { id, title, error: 'Use at most 120 characters.' } },
      init: { status: 422 },
    })
    const { browser: other } = await author(1)
    await expect(send(other, { intent: `name ${id}`, title: 'Mine' })).rejects.toMatchObject({ status: 404 })
    expect((await look(browser)).rows).toMatchObject([{ id, ownTitle: null }])
  })
})

describe('the palette', () => {
  test('leads to one’s own threads by a few letters of their names, else to those changed last', async () => {
    const { browser, made } = await author(2)
    const [newest = '', oldest = ''] = made
    await send(browser, { intent: `name ${oldest}`, title: 'Zeppelin letters' })
    await author(1)
    const found = async (q: string) => {
      const answer = await browser.request(paletteLoader, `/palette?${new URLSearchParams({ q })}`)
      const { threads } = foundSchema.parse(await answer.json())
      return threads.map(({ id }) => id)
    }
    expect(await found('')).toEqual([oldest, newest])
    expect(await found('zepp')).toEqual([oldest])
    expect(await found('nobody wrote this')).toEqual([])
  })
})

const foundSchema = z.object({ threads: z.array(z.object({ id: z.string() })) })

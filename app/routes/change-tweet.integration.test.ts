import { describe, expect, test } from 'vitest'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as submit } from './_index/route.tsx'
import { action, loader } from './threads.$threadId/route.tsx'

const database = cloneTestDatabase()

/** A ready thread in the browser that made it. */
async function shownThread() {
  const browser = browserOf(database)
  const answer = await browser.request(submit, '/?index', { form: { source: bridgeArticle } })
  if (!(answer instanceof Response)) throw new Error('the submission was refused')
  const url = answer.headers.get('Location') ?? ''
  const params = { threadId: url.split('/').at(-1) ?? '' }
  const shown = async () => (await browser.request(loader, url, { params })).data
  await runGeneration(runDependencies(database), jobOf((await shown()).generation.id))
  const { tweets, thread } = await shown()
  const [first] = tweets
  if (!first) throw new Error('the thread has tweets')
  const send = (fields: Record<string, string>, from = browser) =>
    from.request(action, url, {
      params,
      form: { tweetId: first.id, version: String(thread.version), ...fields },
    })
  return { shown, send, first, thread }
}

const thrown = (sent: Promise<unknown>) => sent.catch((reason: unknown) => reason)

describe('a change sent from the thread page', () => {
  test('is made, and the page then shows the tweet with its new verdict', async () => {
    const { send, shown, thread } = await shownThread()
    const answer = await send({ intent: 'edit', text: 'Nine thousand parrots rule the tower.' })
    expect(answer).toMatchObject({ data: { saved: true, error: null } })
    const after = await shown()
    expect(after.thread.version).toBe(thread.version + 1)
    expect(after.tweets[0]).toMatchObject({
      text: 'Nine thousand parrots rule the tower.',
      verdict: 'unsupported',
    })
  })

  test.each([
    ['nothing', '  ', /needs some text/u],
    ['too much', 'x'.repeat(4_001), /at most 4,000/u],
  ])('with %s typed comes back with that and the reason', async (_what, text, error) => {
    const { send, shown, first, thread } = await shownThread()
    expect(await send({ intent: 'edit', text })).toMatchObject({
      data: { saved: false, error: expect.stringMatching(error), tweetId: first.id, text },
      init: { status: 422 },
    })
    expect((await shown()).tweets[0]?.text).toBe(first.text)
    expect((await shown()).thread.version).toBe(thread.version)
  })

  test('from a page that is no longer true comes back with what was typed', async () => {
    const { send, shown, first } = await shownThread()
    await send({ intent: 'lock' })
    expect(await send({ intent: 'edit', text: 'Mine.' })).toMatchObject({
      data: {
        saved: false,
        error: expect.stringContaining('changed elsewhere'),
        tweetId: first.id,
        text: 'Mine.',
      },
      init: { status: 409 },
    })
    expect((await shown()).tweets[0]).toMatchObject({ text: first.text, isLocked: true })
  })

  test('marks an opinion and takes it back', async () => {
    const { send, shown, thread } = await shownThread()
    await send({ intent: 'opinion' })
    expect((await shown()).tweets[0]).toMatchObject({ isOpinion: true, verdict: 'opinion' })
    await send({ intent: 'claim', version: String(thread.version + 1) })
    expect((await shown()).tweets[0]).toMatchObject({ isOpinion: false, verdict: 'supported' })
  })

  test('by a stranger finds no thread', async () => {
    const { send, shown, first } = await shownThread()
    expect(await thrown(send({ intent: 'edit', text: 'Mine.' }, browserOf(database)))).toMatchObject({
      status: 404,
    })
    expect((await shown()).tweets[0]?.text).toBe(first.text)
  })

  test('of a tweet that is gone says so', async () => {
    const { send } = await shownThread()
    const gone = await thrown(send({ intent: 'edit', text: 'Mine.', tweetId: crypto.randomUUID() }))
    expect(gone).toMatchObject({ status: 404 })
  })

  test.each<Record<string, string>>([{ version: 'new' }, { tweetId: '1' }, { intent: 'paint' }])(
    'with %j is no change',
    async (fields) => {
      const { send } = await shownThread()
      expect(await thrown(send({ intent: 'edit', text: 'Mine.', ...fields }))).toMatchObject({ status: 400 })
    },
  )
})

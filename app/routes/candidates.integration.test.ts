import { describe, expect, test } from 'vitest'
import { runCandidate } from '#app/features/generation/candidates/run-candidate.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as submit } from './_index/route.tsx'
import { action, loader } from './threads.$threadId/route.tsx'

const database = cloneTestDatabase()

/** A ready thread in the browser that made it, whose candidates the built-in way writes. */
async function shownThread(variables: Record<string, string> = {}) {
  const browser = browserOf(database, variables)
  const answer = await browser.request(submit, '/?index', {
    form: { source: bridgeArticle, length: '3', numbering: 'on' },
  })
  if (!(answer instanceof Response)) throw new Error('the submission was refused')
  const url = answer.headers.get('Location') ?? ''
  const params = { threadId: url.split('/').at(-1) ?? '' }
  const shown = async () => (await browser.request(loader, url, { params })).data
  const dependencies = runDependencies(database)
  await runGeneration(dependencies, jobOf((await shown()).generation.id))
  const send = (form: Record<string, string>, from = browser) => from.request(action, url, { params, form })
  const work = async () => {
    for (const { id } of (await shown()).candidates)
      await runCandidate(
        {
          prisma: database.owner.prisma,
          model: null,
          contentFilter: dependencies.contentFilter,
          logger: database.logger,
        },
        { candidateId: id, isLastTry: true, signal: new AbortController().signal },
      )
  }
  const first = await shown()
  const version = String(first.thread.version)
  return { shown, send, work, version, tweets: first.tweets }
}

describe('the thread page', () => {
  test('shows what was asked for a tweet with what it changes, and takes it', async () => {
    const { shown, send, work, version, tweets } = await shownThread()
    const tweet = tweets.find(({ text }) => text.split('. ').length > 1)
    if (!tweet) throw new Error('some tweet has two sentences')
    const asked = await send({ intent: 'ask', kind: 'shorter', tweetId: tweet.id, version })
    expect(asked).toMatchObject({ data: { saved: true, error: null } })
    expect((await shown()).candidates).toMatchObject([{ status: 'queued', under: tweet.position }])
    await work()
    const [ready] = (await shown()).candidates
    const [text] = ready?.texts ?? []
    if (!ready || !text) throw new Error('a shorter one came')
    expect(tweet.text.startsWith(text.text)).toBe(true)
    expect(text.words?.some(({ change }) => change === 'removed')).toBe(true)
    // Its number is counted too.
    expect(text.length).toBe(text.text.length + ' 1/3'.length)
    expect(ready.notes.join(' ')).toContain('without a model')
    const taken = await send({ intent: 'take', candidateId: ready.id, index: '0', version })
    expect(taken).toMatchObject({ data: { saved: true } })
    const after = await shown()
    expect(after.candidates).toEqual([])
    expect(after.tweets[tweet.position - 1]).toMatchObject({ id: tweet.id, text: text.text })
  })

  test('says at the button why something can’t be asked for or taken', async () => {
    const { send, version, tweets } = await shownThread()
    const [first] = tweets
    const tweetId = first?.id ?? ''
    await send({ intent: 'lock', tweetId, version })
    const refused = (form: Record<string, string>) =>
      expect(send(form)).resolves.toMatchObject({
        data: { saved: false, error: expect.any(String) },
        init: { status: 409 },
      })
    await refused({ intent: 'ask', kind: 'shorter', tweetId, version })
    await refused({ intent: 'ask', kind: 'shorter', tweetId, version: String(Number(version) + 1) })
    await refused({ intent: 'take', candidateId: crypto.randomUUID(), index: '0', version })
  })

  test('is a 404 for a stranger who asks, takes or leaves', async () => {
    const { shown, send, version, tweets } = await shownThread()
    const tweetId = tweets[0]?.id ?? ''
    await send({ intent: 'ask', kind: 'hook', tweetId, version })
    const candidateId = (await shown()).candidates[0]?.id ?? ''
    const forms: Record<string, string>[] = [
      { intent: 'ask', kind: 'hook', tweetId, version },
      { intent: 'ask-add', start: '0', end: '80', version },
      { intent: 'take', candidateId, index: '0', version },
      { intent: 'take-all', candidateIds: candidateId, version },
      { intent: 'leave', candidateId },
    ]
    for (const form of forms)
      await expect(send(form, browserOf(database))).rejects.toMatchObject({ status: 404 })
    expect((await shown()).candidates).toHaveLength(1)
  })

  test('takes a wish for a tweet about a passage of the source', async () => {
    const { shown, send, work, version } = await shownThread()
    const start = bridgeArticle.indexOf('Hauliers warned')
    const end = bridgeArticle.indexOf('counting.') + 'counting.'.length
    await send({ intent: 'ask-add', start: String(start), end: String(end), version })
    await work()
    expect((await shown()).candidates).toMatchObject([
      { kind: 'add', status: 'ready', texts: [{ text: bridgeArticle.slice(start, end), words: null }] },
    ])
  })
})

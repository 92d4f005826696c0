import { afterEach, describe, expect, test } from 'vitest'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { deskOf } from '#tests/setup/candidate-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { createCandidateModel } from './candidate-model.ts'

const database = cloneTestDatabase()
const fakes: FakeOpenAi[] = []
afterEach(() => Promise.all(fakes.splice(0).map((fake) => fake.close())))

/** A ready thread beside a model that behaves like this. */
async function deskWith(behaviour: Behaviour, { dailyCents = 100 } = {}) {
  const fake = await startFakeOpenAi({ respond: () => behaviour })
  fakes.push(fake)
  const openai = { apiKey: fake.apiKey, baseUrl: fake.url, model: 'gpt-4.1-mini' }
  const model = createCandidateModel(
    { openai, openaiFallback: null, modelDailyCents: dailyCents },
    {
      pool: database.owner.pool,
      logger: database.logger,
      door: { wait: async () => {}, clocks: behaviour.kind === 'silent' ? { timeoutMs: 300 } : {} },
    },
  )
  const desk = await deskOf(database, { model, options: { length: 3 } })
  const calls = () =>
    database.owner.prisma.modelCall.findMany({
      where: { owner: `visitor:${'visitorId' in desk.owner ? desk.owner.visitorId : ''}` },
    })
  return { ...desk, fake, calls }
}

const weight = 'Her answer was 12,400 tonnes, a fifth more than the books had said.'
const says = (...texts: string[]): Behaviour => ({
  kind: 'tweets',
  tweets: texts.map((text) => ({ text, quotes: [weight] })),
})

describe('a candidate that a model writes', () => {
  test('is checked, carries its passage, and is paid for by the thread’s owner', async () => {
    const desk = await deskWith(
      says('Her answer: 12,400 tonnes. That is a fifth more than the books had said.'),
    )
    const made = await desk.asked({ kind: 'plainer', tweetId: desk.tweetAt(2).id })
    expect(made).toMatchObject({
      status: 'ready',
      writer: 'openai',
      texts: [{ text: expect.stringContaining('12,400'), verdict: 'supported' }],
    })
    const text = (await desk.thread()).snapshot?.text ?? ''
    expect(made.texts[0]?.spans.map(({ start, end }) => text.slice(start, end)).join(' ')).toContain(weight)
    const calls = await desk.calls()
    const { id: threadId } = await desk.thread()
    expect(calls).toMatchObject([{ purpose: 'candidates', outcome: 'ok', generationId: null, threadId }])
    expect(calls[0]?.costMicros).toBeGreaterThan(0n)
  })

  test('are three where openings are asked for', async () => {
    const desk = await deskWith({ kind: 'thread' })
    const made = await desk.asked({ kind: 'hook', tweetId: desk.tweetAt(1).id })
    expect(made.writer).toBe('openai')
    expect(new Set(made.texts.map(({ text }) => text)).size).toBeGreaterThanOrEqual(2)
  })

  test('and that the source doesn’t back is dropped, and the page is told how many', async () => {
    const invented = 'Nine thousand parrots keep the mayor of Lisbon awake.'
    const desk = await deskWith(says(invented, weight, 'Her answer was 12,400 tonnes.'))
    const made = await desk.asked({ kind: 'hook', tweetId: desk.tweetAt(1).id })
    expect(made).toMatchObject({ status: 'ready', dropped: 1 })
    expect(made.texts.map(({ text }) => text)).not.toContain(invented)
    const none = await deskWith(says(invented))
    expect(await none.asked({ kind: 'own-words', tweetId: none.tweetAt(1).id })).toMatchObject({
      status: 'failed',
      texts: [],
      errorMessage: expect.stringContaining('not in the source'),
    })
  })

  test('holds no link or handle that is neither the source’s nor its owner’s', async () => {
    const desk = await deskWith(says(`${weight} See https://evil.example/win and @evil_shop.`))
    const { texts } = await desk.asked({ kind: 'plainer', tweetId: desk.tweetAt(2).id })
    expect(texts[0]?.text).toContain('12,400')
    expect(texts[0]?.text).not.toMatch(/evil/u)
  })

  test('is brought within the limit', async () => {
    const desk = await deskWith(says(`${weight} `.repeat(6).trim()))
    const { texts } = await desk.asked({ kind: 'plainer', tweetId: desk.tweetAt(2).id })
    expect(texts[0]?.text.length).toBeLessThanOrEqual(280)
  })
})

const faults: [what: string, behaviour: Behaviour, code: string][] = [
  ['429', { kind: 'error', status: 429 }, 'model-busy'],
  ['500', { kind: 'error', status: 500 }, 'model-unavailable'],
  ['a refused key', { kind: 'error', status: 401 }, 'model-key-refused'],
  ['time-out', { kind: 'silent' }, 'model-timed-out'],
  ['no JSON', { kind: 'text', text: 'Here you are!' }, 'model-malformed'],
  ['other JSON', { kind: 'text', text: '{"tweets": []}' }, 'model-malformed'],
  ['none', { kind: 'text', text: '{"candidates": []}' }, 'model-malformed'],
  ['cut off for its length', { kind: 'too-long' }, 'model-too-long'],
]

describe('a model that fails', () => {
  test.each(faults)('by %s: the built-in way stands in, and says why', async (_what, behaviour, code) => {
    const desk = await deskWith(behaviour)
    const made = await desk.asked({ kind: 'hook', tweetId: desk.tweetAt(1).id })
    expect(made).toMatchObject({ status: 'ready', writer: 'builtin', because: code })
    expect(made.texts.length).toBeGreaterThan(0)
  })

  test.each(faults)('by %s at what only it can do is told with a sentence', async (_what, behaviour) => {
    const desk = await deskWith(behaviour)
    const tweet = desk.tweetAt(1)
    const made = await desk.asked({ kind: 'own-words', tweetId: tweet.id })
    expect(made).toMatchObject({ status: 'failed', texts: [], errorMessage: expect.stringMatching(/model/u) })
    expect((await desk.thread()).tweets[0]).toEqual(tweet)
  })

  test('by declining is not papered over', async () => {
    const desk = await deskWith({ kind: 'refusal' })
    const made = await desk.asked({ kind: 'hook', tweetId: desk.tweetAt(1).id })
    expect(made).toMatchObject({
      status: 'failed',
      errorMessage: 'The writing model declined to write this.',
    })
  })
})

test('where the budget is used up no model is asked', async () => {
  const desk = await deskWith({ kind: 'thread' }, { dailyCents: 0 })
  const made = await desk.asked({ kind: 'continue', tweetId: desk.tweetAt(1).id })
  expect(made).toMatchObject({ status: 'ready', writer: 'builtin', because: 'model-over-budget' })
  expect(desk.fake.requests).toEqual([])
})

import { afterEach, describe, expect, test } from 'vitest'
import { submitted } from '#tests/factories/submissions.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { jobOf, runDependencies, viewOf } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { createWriterChoice } from './choose-writer.ts'
import { retryGeneration } from './retry-generation.ts'
import { runGeneration } from './run-generation.ts'

const database = cloneTestDatabase()
const view = viewOf(database)
const fakes: FakeOpenAi[] = []
afterEach(() => Promise.all(fakes.splice(0).map((fake) => fake.close())))

async function start(respond: (index: number) => Behaviour) {
  const fake = await startFakeOpenAi({ respond: (_request, index) => respond(index) })
  fakes.push(fake)
  return { apiKey: fake.apiKey, baseUrl: fake.url, model: 'gpt-4.1-mini', fake }
}

type Given = { writer?: 'openai'; dailyCents?: number; fallback?: Awaited<ReturnType<typeof start>> }

/** Short only for what never comes, since a busy machine takes its time for all else. */
const clocksFor = (behaviour: Behaviour) => {
  if (behaviour.kind === 'silent') return { timeoutMs: 300 }
  return 'stallAtByte' in behaviour ? { idleMs: 1_500, timeoutMs: 3_000 } : {}
}

/** A thread that is submitted and run once with a model that behaves like this. */
async function runWith(behaviour: Behaviour, { writer, dailyCents = 100, fallback }: Given = {}) {
  const openai = await start(() => behaviour)
  const env = { openai, openaiFallback: fallback ?? null, modelDailyCents: dailyCents }
  const writerFor = createWriterChoice(env, {
    pool: database.owner.pool,
    logger: database.logger,
    door: {
      wait: async () => {},
      clocks: clocksFor(behaviour),
      breaker: { patienceMs: 20_000 },
    },
  })
  const dependencies = { ...runDependencies(database), writerFor }
  const made = await submitted(database.app.prisma, writer ? { writer } : {})
  const run = () => runGeneration(dependencies, jobOf(made.generationId, true))
  await run()
  const record = () =>
    database.owner.prisma.generation.findUniqueOrThrow({ where: { id: made.generationId } })
  const calls = () =>
    database.owner.prisma.modelCall.findMany({
      where: { generationId: made.generationId },
      orderBy: { id: 'asc' },
    })
  const tweets = () =>
    database.owner.prisma.tweet.findMany({ where: { threadId: made.threadId }, orderBy: { position: 'asc' } })
  return { made, dependencies, openai, record, calls, tweets, done: await view(made) }
}

const longEnough = { kind: 'thread', charactersEach: 40 } as const

/** Each fault, the code it comes to, and whether tweets had been shown by then. */
const faults: [what: string, behaviour: Behaviour, code: string, shown: boolean][] = [
  ['429', { kind: 'error', status: 429 }, 'model-busy', false],
  ['429 with a long wait', { kind: 'error', status: 429, retryAfterSeconds: 600 }, 'model-busy', false],
  ['500', { kind: 'error', status: 500 }, 'model-unavailable', false],
  ['a refused key', { kind: 'error', status: 401 }, 'model-key-refused', false],
  ['time-out', { kind: 'silent' }, 'model-timed-out', false],
  ['malformed from the start', { kind: 'text', text: 'Here is your thread!' }, 'model-malformed', false],
  ['malformed at the end', { kind: 'malformed' }, 'model-malformed', true],
  ['cut cleanly', { ...longEnough, cut: { atByte: 4000, how: 'clean' } }, 'model-cut-short', true],
  ['torn', { ...longEnough, cut: { atByte: 4000, how: 'destroy' } }, 'model-cut-short', true],
  ['stalled', { ...longEnough, stallAtByte: 4000 }, 'model-stalled', true],
  ['too long', { kind: 'too-long' }, 'model-too-long', true],
]

describe('a model that nobody asked for by name, and that fails', () => {
  test.each(faults)(
    '%s: the built-in writer writes, and the record says why',
    async (_what, behaviour, code, shown) => {
      const { done, record, tweets, calls } = await runWith(behaviour)
      expect(done).toMatchObject({
        status: 'ready',
        error: null,
        progress: { writer: 'builtin', switched: { because: code } },
      })
      expect((done.progress.switched?.after ?? 0) > 0).toBe(shown)
      const stored = await tweets()
      expect(stored.length).toBeGreaterThanOrEqual(3)
      expect(stored.map(({ text }) => text)).toEqual(done.progress.tweets.map(({ text }) => text))
      expect(await record()).toMatchObject({
        writer: 'builtin',
        model: null,
        promptVersion: null,
        switchedBecause: code,
        provider: 'first',
        breaker: 'closed',
        attempts: (await calls()).length,
      })
    },
  )

  test.each<[string, Behaviour]>([
    ['refused', { kind: 'refusal' }],
    ['a content filter in the middle', { kind: 'content-filter' }],
  ])('%s: nothing is papered over, and the built-in writer is a choice', async (_what, behaviour) => {
    const { made, done, tweets, dependencies } = await runWith(behaviour)
    expect(done).toMatchObject({ status: 'failed', error: { code: 'model-refused', retryable: false } })
    expect(done.error?.message).toContain('declined')
    expect(await tweets()).toEqual([])
    await retryGeneration(database.app.prisma, made.owner, made.threadId, { writer: 'builtin' })
    await runGeneration(dependencies, jobOf((await view(made)).id))
    expect(await view(made)).toMatchObject({
      status: 'ready',
      progress: { writer: 'builtin', switched: null },
    })
  })
})

describe('a model that was asked for by name', () => {
  test.each(faults)(
    '%s: fails with its own sentence, and nothing is stored as ready',
    async (_what, behaviour, code) => {
      const { done, tweets } = await runWith(behaviour, { writer: 'openai' })
      expect(done).toMatchObject({ status: 'failed', error: { code }, progress: { switched: null } })
      expect(await tweets()).toEqual([])
    },
  )
})

describe('a model that does well', () => {
  test('is recorded with its prompt, its cost and its calls', async () => {
    const { done, record, calls } = await runWith({ kind: 'thread' })
    expect(done).toMatchObject({ status: 'ready', progress: { writer: 'openai', switched: null } })
    const made = await calls()
    const asked = { outcome: 'ok', estimated: false, provider: 'first' }
    expect(made).toMatchObject([
      { purpose: 'plan', ...asked },
      { purpose: 'thread', ...asked },
    ])
    const cost = made.map((call) => Math.ceil(call.inputTokens * 0.4 + call.outputTokens * 1.6))
    const sum = (tokens: (call: (typeof made)[number]) => number) =>
      made.reduce((total, call) => total + tokens(call), 0)
    expect(await record()).toMatchObject({
      writer: 'openai',
      promptVersion: expect.stringMatching(/^thread-/),
      inputTokens: sum((call) => call.inputTokens),
      outputTokens: sum((call) => call.outputTokens),
      costMicros: BigInt(cost.reduce((total, micros) => total + micros, 0)),
      attempts: 2,
      switchedBecause: null,
    })
  })

  test('and is the second, when the first is down, is named as such', async () => {
    const fallback = await start(() => ({ kind: 'thread' }))
    const { done, record, calls } = await runWith({ kind: 'error', status: 503 }, { fallback })
    expect(done).toMatchObject({ status: 'ready', progress: { writer: 'openai' } })
    expect(await record()).toMatchObject({ provider: 'fallback', attempts: 5, switchedBecause: null })
    const down = 'model-unavailable'
    // The run that has given the first up for its plan does not begin with it again to write.
    expect((await calls()).map(({ purpose, provider, outcome }) => [purpose, provider, outcome])).toEqual([
      ...Array.from({ length: 3 }, () => ['plan', 'first', down]),
      ['plan', 'fallback', 'ok'],
      ['thread', 'fallback', 'ok'],
    ])
  })
})

test('a tweet that the model is asked to shorten is paid for too', async () => {
  const { done, calls, record } = await runWith({ kind: 'over-limit', shortens: 'well' })
  expect(done).toMatchObject({ status: 'ready', progress: { writer: 'openai' } })
  const all = await calls()
  expect(all.filter(({ purpose }) => purpose === 'shorten').length).toBeGreaterThan(0)
  expect(all.every(({ outcome }) => outcome === 'ok')).toBe(true)
  const sum = all.reduce((total, { costMicros }) => total + costMicros, 0n)
  expect(await record()).toMatchObject({ costMicros: sum, attempts: all.length })
})

test('where the budget is used up no model is asked, and the built-in writer says why', async () => {
  const { done, openai } = await runWith({ kind: 'thread' }, { dailyCents: 0 })
  expect(done).toMatchObject({
    status: 'ready',
    progress: { writer: 'builtin', switched: { because: 'model-over-budget', after: 0 } },
  })
  expect(openai.fake.requests).toEqual([])
})

test('a half stream is charged for what came of it', async () => {
  const { calls } = await runWith({ ...longEnough, cut: { atByte: 4000, how: 'clean' } })
  const call = (await calls()).find(({ purpose }) => purpose === 'thread')
  expect(call).toMatchObject({ outcome: 'model-cut-short', estimated: true })
  expect(call?.outputTokens).toBeGreaterThan(50)
})

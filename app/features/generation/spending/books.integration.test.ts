import { afterEach, expect, test } from 'vitest'
import { ownerKey } from '#app/platform/owner.ts'
import { submitted } from '#tests/factories/submissions.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { askedFor } from '#tests/fakes/openai/plan-from-prompt.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { jobOf, runDependencies, viewOf } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { choosePlan } from '../choose-plan.ts'
import { createWriterChoice } from '../choose-writer.ts'
import { runGeneration } from '../run-generation.ts'

const database = cloneTestDatabase()
const view = viewOf(database)
const fakes: FakeOpenAi[] = []
afterEach(() => Promise.all(fakes.splice(0).map((fake) => fake.close())))

/** What a provider has told of tokens, as the fake counts them: a quarter of the characters. */
const toldBy = (fake: FakeOpenAi) =>
  fake.requests.map(({ body }) => Math.ceil(JSON.stringify(body.messages).length / 4))
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

type Answers = Partial<Record<ReturnType<typeof askedFor>, Behaviour>>

/** A thread whose model answers each kind of request like this, and what the books say of it. */
async function booksOf(answers: Answers, options: { planFirst?: boolean } = {}) {
  const fake = await startFakeOpenAi({
    respond: (request) => answers[askedFor(request)] ?? { kind: 'thread' },
  })
  fakes.push(fake)
  const openai = { apiKey: fake.apiKey, baseUrl: fake.url, model: 'gpt-4.1-mini' }
  const writerFor = createWriterChoice(
    { openai, openaiFallback: null, modelDailyCents: 100 },
    { pool: database.owner.pool, logger: database.logger, door: { wait: async () => {} } },
  )
  const made = await submitted(database.app.prisma, { options })
  const { prisma } = database.owner
  const run = async () => {
    await runGeneration({ ...runDependencies(database), writerFor }, jobOf(made.generationId, true))
    return view(made)
  }
  const books = async () => ({
    record: await prisma.generation.findUniqueOrThrow({ where: { id: made.generationId } }),
    calls: await prisma.modelCall.findMany({
      where: { generationId: made.generationId },
      orderBy: { id: 'asc' },
    }),
    spent: Number(
      (await prisma.modelSpending.findFirst({ where: { owner: ownerKey(made.owner) } }))?.micros ?? 0,
    ),
  })
  return { made, fake, run, books }
}

test('a plan that waits for its owner is in the record, and the writing after it is added', async () => {
  const { made, fake, run, books } = await booksOf({}, { planFirst: true })
  expect(await run()).toMatchObject({ status: 'waiting' })
  const [planned = 0] = toldBy(fake)
  const waiting = await books()
  expect(waiting.record).toMatchObject({ attempts: 1, inputTokens: planned })
  expect(waiting.record.outputTokens).toBeGreaterThan(0)
  expect(waiting.spent).toBe(Number(waiting.record.costMicros))

  const snapshotId = waiting.record.snapshotId ?? ''
  await choosePlan(database.app.prisma, made.owner, made.threadId, { snapshotId, points: [1, 2, 3] })
  expect(await run()).toMatchObject({ status: 'ready' })
  const { record, spent } = await books()
  expect(record).toMatchObject({ attempts: 2, inputTokens: sum(toldBy(fake)) })
  expect(spent).toBe(Number(record.costMicros))
})

test.each<[string, Behaviour]>([
  ['refused', { kind: 'refusal' }],
  ['cut off by its length', { kind: 'too-long' }],
  ['stopped by a filter', { kind: 'content-filter' }],
])('a call that was %s costs what the provider told of it, no guess', async (_what, behaviour) => {
  const { fake, run, books } = await booksOf({ points: behaviour, tweets: behaviour })
  await run()
  const { record, calls, spent } = await books()
  expect(calls.map(({ purpose, inputTokens, estimated }) => [purpose, inputTokens, estimated])).toEqual(
    toldBy(fake).map((told, at) => [at === 0 ? 'plan' : 'thread', told, false]),
  )
  expect(record).toMatchObject({
    inputTokens: sum(toldBy(fake)),
    outputTokens: sum(calls.map(({ outputTokens }) => outputTokens)),
  })
  expect(spent).toBe(Number(record.costMicros))
  expect(spent).toBe(sum(calls.map(({ costMicros }) => Number(costMicros))))
})

test('what a model has cost stays in the record of a thread that the built-in writer wrote in its place', async () => {
  const malformed: Behaviour = { kind: 'text', text: 'Here is your thread!' }
  const { fake, run, books } = await booksOf({ tweets: malformed })
  expect(await run()).toMatchObject({ status: 'ready', progress: { writer: 'builtin' } })
  const { record, calls } = await books()
  expect(calls.map(({ purpose }) => purpose)).toEqual(['plan', 'thread', 'thread', 'thread'])
  expect(record).toMatchObject({ writer: 'builtin', model: null, attempts: 4 })
  // The reader objects before the provider tells, so these three are guessed, on the high side.
  expect(record.inputTokens).toBeGreaterThanOrEqual(sum(toldBy(fake)))
})

test('input that the provider had kept is recorded as that, and paid for at its own price', async () => {
  const { run, books } = await booksOf({ tweets: { kind: 'thread', cachedTokens: 100 } })
  await run()
  const { record, calls } = await books()
  expect(calls.map(({ cachedTokens }) => cachedTokens)).toEqual([0, 100])
  const [, { inputTokens, outputTokens, costMicros }] = calls as [unknown, (typeof calls)[number]]
  expect(costMicros).toBe(BigInt(Math.ceil((inputTokens - 100) * 0.4 + 100 * 0.1 + outputTokens * 1.6)))
  expect(record.cachedTokens).toBe(100)
})

import { afterEach, describe, expect, test } from 'vitest'
import { submitted } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { askedFor } from '#tests/fakes/openai/plan-from-prompt.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { jobOf, runDependencies, viewOf } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { createWriterChoice } from './choose-writer.ts'
import { runGeneration } from './run-generation.ts'

const database = cloneTestDatabase()
const view = viewOf(database)
const fakes: FakeOpenAi[] = []
afterEach(() => Promise.all(fakes.splice(0).map((fake) => fake.close())))

const thread: Behaviour = { kind: 'thread' }
type Answers = Partial<Record<ReturnType<typeof askedFor>, Behaviour>>
let models = 0

/** A thread written with a model that answers each kind of request like this. */
async function runWith(answers: Answers) {
  const fake = await startFakeOpenAi({ respond: (request) => answers[askedFor(request)] ?? thread })
  fakes.push(fake)
  models += 1
  const openai = { apiKey: fake.apiKey, baseUrl: fake.url, model: `test-model-${models}` }
  const writerFor = createWriterChoice(
    { openai, openaiFallback: null, modelDailyCents: 100 },
    { pool: database.owner.pool, logger: database.logger, door: { wait: async () => {}, tries: 1 } },
  )
  const made = await submitted(database.app.prisma)
  await runGeneration({ ...runDependencies(database), writerFor }, jobOf(made.generationId, true))
  const events = await database.owner.prisma.generationEvent.findMany({
    where: { generationId: made.generationId },
    orderBy: { seq: 'asc' },
  })
  const calls = await database.owner.prisma.modelCall.findMany({
    where: { generationId: made.generationId },
    orderBy: { id: 'asc' },
  })
  const asked = fake.requests.map(({ body }) => JSON.stringify(body))
  return { done: await view(made), events, asked, purposes: calls.map(({ purpose }) => purpose) }
}

const invented = 'The bridge was paid for by the Emperor of Atlantis in 1742.'
const [, lead = ''] = /^(.{40,200}?[.!?])(?:\s|$)/mu.exec(bridgeArticle.replace(/^.*\n+/u, '')) ?? []
const doubtful: Behaviour = {
  kind: 'tweets',
  tweets: [
    { text: lead, quotes: [lead] },
    { text: invented, quotes: [lead] },
  ],
}
const repairedAs = (text: string, number = 2): Behaviour => ({
  kind: 'text',
  text: JSON.stringify({ repaired: [{ number, quotes: [lead], text }] }),
})

describe('a thread by a model', () => {
  test('is planned before it is written, and the points go along as material', async () => {
    const quote = lead.slice(0, 60)
    const points = [
      { text: 'A point that stands in the article.', quotes: [quote] },
      { text: 'A point that somebody made up.', quotes: ['words that stand nowhere in the article at all'] },
      { text: 'A point with https://evil.example in it.', quotes: [quote] },
    ]
    const { done, events, asked, purposes } = await runWith({
      points: { kind: 'text', text: JSON.stringify({ points }) },
    })
    expect(done).toMatchObject({ status: 'ready', progress: { writer: 'openai', switched: null } })
    expect(purposes).toEqual(['plan', 'thread'])
    expect(events.find(({ kind }) => kind === 'points')?.data).toEqual({ points: 2 })
    expect(asked[1]).toContain('A point that stands in the article.')
    expect(asked[1]).not.toContain('somebody made up')
    expect(asked[1]).not.toContain('evil.example')
  })

  test.each<[string, Behaviour]>([
    ['no JSON', { kind: 'text', text: 'First, the bridge.' }],
    ['cut off by its length', { kind: 'too-long' }],
    ['refused', { kind: 'refusal' }],
    ['empty', { kind: 'text', text: '{"points": []}' }],
  ])('is written without a plan where that is %s', async (_what, behaviour) => {
    const { done, events, purposes } = await runWith({ points: behaviour })
    expect(done).toMatchObject({ status: 'ready', progress: { writer: 'openai', switched: null } })
    expect(purposes).toEqual(['plan', 'thread'])
    expect(events.some(({ kind }) => kind === 'points')).toBe(false)
  })
})

describe('a tweet that the source does not back', () => {
  test('is said once more by the model, and that is taken where it is better', async () => {
    const better = bridgeArticle.slice(bridgeArticle.indexOf(lead) + lead.length).trim()
    const [, next = ''] = /^(.{20,250}?[.!?])(?:\s|$)/u.exec(better) ?? []
    const { done, events, asked, purposes } = await runWith({ tweets: doubtful, repaired: repairedAs(next) })
    expect(purposes).toEqual(['plan', 'thread', 'repair'])
    expect(asked[2]).toContain('Atlantis')
    expect(done.progress.tweets.map(({ text }) => text)).toEqual([lead, next])
    expect(done.progress.tweets.map(({ verdict }) => verdict)).toEqual(['supported', 'supported'])
    expect(events.map(({ kind }) => kind)).toContain('repaired')
  })

  test.each<[string, Behaviour]>([
    ['as little backed', repairedAs('It was paid for by the Queen of Lemuria in 1743.')],
    ['a tweet that stands there already', repairedAs(lead)],
    ['for a tweet that nobody asked about', repairedAs('It is a bridge.', 1)],
    ['a refusal', { kind: 'refusal' }],
    ['no answer', { kind: 'error', status: 500 }],
    ['no JSON', { kind: 'text', text: 'Sorry' }],
  ])('stays as it is, flagged, where the repair is %s', async (_what, repaired) => {
    const { done, purposes } = await runWith({ tweets: doubtful, repaired })
    expect(done).toMatchObject({ status: 'ready', progress: { writer: 'openai', switched: null } })
    expect(purposes).toEqual(['plan', 'thread', 'repair'])
    const [first, second] = done.progress.tweets
    expect([first?.text, second?.text]).toEqual([lead, invented])
    expect(second?.verdict).toBe('unsupported')
    expect(second?.reasons).not.toEqual([])
  })

  test('is not asked about where every tweet is backed', async () => {
    const { purposes } = await runWith({})
    expect(purposes).toEqual(['plan', 'thread'])
  })
})

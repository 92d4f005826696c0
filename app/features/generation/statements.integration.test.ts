import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type Database } from '#app/platform/db.server.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { jobOf, runDependencies, scriptedWriter, tweetEvent, viewOf } from '#tests/setup/generation-world.ts'
import { hearStatements } from '#tests/setup/hear-statements.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { runGeneration } from './run-generation.ts'

const database = cloneTestDatabase()
const view = viewOf(database)
const sent: string[] = []
let counted: Database
beforeAll(() => {
  counted = createDatabase({ url: database.ownerUrl, poolMax: 4, name: 'counted', logger: database.logger })
  hearStatements(counted.pool, ({ text }) => sent.push(text))
})
afterAll(() => counted.close())

test('a text is submitted by nine statements, and written by few more than it has tweets', async () => {
  sent.length = 0
  const made = await submitted(counted.prisma)
  expect(sent.length).toBeLessThanOrEqual(9)

  const atFirst: number[] = []
  const writer = scriptedWriter(async function* () {
    // The claim, and the note of what is read, which isn't waited for.
    atFirst.push(sent.length)
    yield { type: 'planned', tweets: 2 }
    yield tweetEvent('The first tweet is there.')
    yield tweetEvent('So is the second.')
    sent.length = 0
  })
  const dependencies = { ...runDependencies(database, { writer }), ...counted }
  sent.length = 0
  await runGeneration(dependencies, jobOf(made.generationId))
  expect(atFirst[0]).toBeLessThanOrEqual(2)
  expect((await view(made)).status).toBe('ready')
  expect(sent.length).toBeLessThanOrEqual(10)
})

test('what happened to a generation stands in its record in order, each with a number of its own', async () => {
  const made = await submitted(database.app.prisma)
  const writer = scriptedWriter(async function* () {
    yield { type: 'points', points: [] }
    yield { type: 'planned', tweets: 2 }
    yield tweetEvent('The first tweet is there.')
    yield tweetEvent('So is the second.')
  })
  await runGeneration(runDependencies(database, { writer }), jobOf(made.generationId))
  const events = await database.owner.prisma.generationEvent.findMany({
    where: { generationId: made.generationId },
    orderBy: { seq: 'asc' },
  })
  expect(events.map(({ kind }) => kind)).toEqual([
    'started',
    'source-read',
    'points',
    'planned',
    'tweet',
    'tweet',
    'step',
    'ready',
  ])
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  expect((await view(made)).seq).toBe(events.length)
})

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newVisitor, submitted } from '#tests/factories/submissions.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { awaitChange } from './await-change.ts'
import { cancelGeneration } from './cancel-generation.ts'

const database = cloneTestDatabase()
const never = new AbortController().signal
const ask = (
  made: Pick<Awaited<ReturnType<typeof submitted>>, 'owner' | 'threadId'>,
  seq: number,
  timeoutMs: number,
  signal = never,
) =>
  awaitChange(
    { pool: database.app.pool, notifications: database.notifications },
    made.owner,
    made.threadId,
    seq,
    { timeoutMs, signals: [signal] },
  )

test('what has changed already is answered at once', async () => {
  const made = await submitted(database.app.prisma)
  expect(await ask(made, -1, 20_000)).toMatchObject({ status: 'queued', seq: 0 })
})

test('a change ends the wait', async () => {
  const made = await submitted(database.app.prisma)
  const answer = ask(made, 0, 20_000)
  await cancelGeneration(database.app.pool, made.owner, made.threadId)
  expect(await answer).toMatchObject({ status: 'cancelled', seq: 1 })
})

test('nothing new is answered as it was when the time is over, or the browser has gone', async () => {
  const made = await submitted(database.app.prisma)
  expect(await ask(made, 0, 50)).toMatchObject({ seq: 0 })
  const gone = new AbortController()
  const answer = ask(made, 0, 20_000, gone.signal)
  gone.abort()
  expect(await answer).toMatchObject({ seq: 0 })
})

test('a stranger is told nothing', async () => {
  const made = await submitted(database.app.prisma)
  expect(await ask({ ...made, owner: newVisitor() }, -1, 20_000)).toBeNull()
})

test('whoever waits is told how many wait before', async () => {
  const first = await submitted(database.app.prisma)
  const second = await submitted(database.app.prisma)
  const ahead = async (made: typeof first) => (await ask(made, -1, 0))?.ahead ?? Number.NaN
  expect((await ahead(second)) - (await ahead(first))).toBe(1)
})

test('who asks at the same time as others is told of their own threads alone', async () => {
  const mine = await submitted(database.app.prisma)
  const theirs = await submitted(database.app.prisma)
  const gone = { ...mine, threadId: randomUUID() }
  const asked = [mine, theirs, { ...mine, owner: theirs.owner }, { ...theirs, owner: mine.owner }, gone]
  const answers = await Promise.all(asked.map((made) => ask(made, -1, 0)))
  expect(answers.map((answer) => answer?.id ?? null)).toEqual([
    mine.generationId,
    theirs.generationId,
    null,
    null,
    null,
  ])
})

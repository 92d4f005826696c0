import { expect, test } from 'vitest'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { newVisitor, submitted } from '#tests/factories/submissions.ts'
import { runDependencies } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { listThreads } from './list-threads.ts'

const database = cloneTestDatabase()

test('threads come newest first, page by page, without one lost or doubled while new ones arrive', async () => {
  const owner = newVisitor()
  const made: string[] = []
  for (let count = 0; count < 5; count += 1)
    made.unshift((await submitted(database.app.prisma, { owner })).threadId)
  await submitted(database.app.prisma)
  const first = await listThreads(database.app.pool, owner, { size: 2 })
  await submitted(database.app.prisma, { owner })
  const second = await listThreads(database.app.pool, owner, { size: 2, after: first.next ?? undefined })
  const third = await listThreads(database.app.pool, owner, { size: 2, after: second.next ?? undefined })
  expect([...first.rows, ...second.rows, ...third.rows].map(({ id }) => id)).toEqual(made)
  expect(third.next).toBeNull()
})

test('a row shows the state, and what is written once it is', async () => {
  const made = await submitted(database.app.prisma)
  const row = async () => (await listThreads(database.app.pool, made.owner, { size: 5 })).rows[0]
  expect(await row()).toMatchObject({ status: 'queued', firstTweet: null, tweetCount: 0 })
  await runGeneration(runDependencies(database), {
    generationId: made.generationId,
    isLastTry: false,
    signal: new AbortController().signal,
  })
  const written = await row()
  expect(written?.status).toBe('ready')
  expect(written?.tweetCount).toBeGreaterThanOrEqual(3)
  expect(written?.firstTweet).toBeTruthy()
})

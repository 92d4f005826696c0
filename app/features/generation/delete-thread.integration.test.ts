import { expect, test } from 'vitest'
import { newVisitor, submitted } from '#tests/factories/submissions.ts'
import { jobOf, runDependencies, scriptedWriter, tweetEvent } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { deleteThread } from './delete-thread.ts'
import { runGeneration } from './run-generation.ts'

const database = cloneTestDatabase()
const origin = { ip: '192.0.2.7', userAgent: null }

test('a thread that is deleted while it is written is written no further, and its job ends', async () => {
  const { owner, threadId, generationId } = await submitted(database.app.prisma)
  let [isStopped, begin] = [false, () => {}]
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const writer = scriptedWriter(async function* (signal) {
    yield tweetEvent('The bridge had stood for ninety years.')
    begin()
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    isStopped = true
    throw signal.reason
  })
  const run = runGeneration(runDependencies(database, { writer }), jobOf(generationId))
  await begun
  await expect(
    deleteThread(database.app.prisma, newVisitor(), { threadId, inTrashSince: null, origin }),
  ).rejects.toMatchObject({
    code: 'thread-not-found',
  })
  await deleteThread(database.app.prisma, owner, { threadId, inTrashSince: null, origin })
  await run
  expect(isStopped).toBe(true)
  const { rows } = await database.owner.pool.query(
    `select (select count(*) from threads where id = $1) as threads,
            (select count(*) from generation_events where generation_id = $2) as events`,
    [threadId, generationId],
  )
  expect(rows).toEqual([{ threads: '0', events: '0' }])
  // The job may come once more, and finds nothing to do.
  await runGeneration(runDependencies(database), jobOf(generationId))
})

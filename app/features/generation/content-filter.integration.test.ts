import { expect, test } from 'vitest'
import { readThread } from '#app/features/threads/read-thread.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { jobOf, runDependencies, scriptedWriter, tweetEvent, viewOf } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { runGeneration } from './run-generation.ts'

const database = cloneTestDatabase()
const view = viewOf(database)

test('a thread that would threaten people fails with what was refused and how to appeal, and is never stored', async () => {
  const writer = scriptedWriter(async function* () {
    yield tweetEvent('A calm beginning.')
    yield tweetEvent('We must kill all immigrants.')
  })
  const made = await submitted(database.app.prisma)
  await runGeneration(runDependencies(database, { writer }), jobOf(made.generationId))

  const [event] = await database.owner.prisma.auditEvent.findMany({ where: { subjectId: made.generationId } })
  expect(event).toMatchObject({ actorKind: 'system', subjectKind: 'generation', reasonCode: 'threat' })
  expect(await view(made)).toMatchObject({
    status: 'failed',
    error: {
      code: 'content-refused',
      message: expect.stringMatching(
        /^The written thread reads like a threat.*write to whoever runs this Threadr/,
      ),
      retryable: false,
    },
  })
  expect((await view(made)).error?.message).toContain(event?.id)
  const thread = await readThread(database.app.prisma, made.owner, made.threadId)
  expect(thread.tweets).toEqual([])
})

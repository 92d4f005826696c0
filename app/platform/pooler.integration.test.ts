import { describe, expect, test } from 'vitest'
import { readSession } from '#app/features/accounts/read-session.ts'
import { readGeneration } from '#app/features/generation/read-generation.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { pgBouncerProgram, startPgBouncer } from '#tests/setup/pgbouncer.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { createDatabase } from './db.server.ts'
import { createLimits } from './limits.server.ts'
import { createInProcessRedis } from './redis/in-process.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)

async function throughPooler<Answer>(
  isPooled: boolean,
  work: (pooled: ReturnType<typeof createDatabase>) => Promise<Answer>,
): Promise<Answer> {
  const bouncer = await startPgBouncer(database.appUrl)
  const { logger } = database
  const pooled = createDatabase({ url: bouncer.url, poolMax: 10, name: 'pooled', logger, isPooled })
  try {
    return await work(pooled)
  } finally {
    await pooled.close()
    await bouncer.close()
  }
}
const times = <Answer>(count: number, ask: () => Promise<Answer>) =>
  Promise.all(Array.from({ length: count }, ask))

describe.skipIf(!pgBouncerProgram)('through a pooler that lends connections for a transaction', () => {
  test('pages read, things are submitted and limits counted, by many at once', async () => {
    const person = await world.signedIn()
    const { tokenHash } = await database.owner.prisma.session.findFirstOrThrow({
      where: { userId: person.id },
    })
    await throughPooler(true, async ({ prisma, pool }) => {
      const redis = createInProcessRedis()
      const sessions = await times(40, () => readSession({ pool, redis }, tokenHash))
      expect(sessions.every((session) => session?.userId === person.id)).toBe(true)
      const owner = { userId: person.id }
      const made = await times(10, () => submitted(prisma, { owner }))
      const views = await Promise.all(made.map(({ threadId }) => readGeneration(pool, owner, threadId)))
      expect(views.map((view) => view?.status)).toEqual(made.map(() => 'queued'))
      expect(await prisma.thread.count({ where: owner })).toBe(10)
      const limits = createLimits({
        pool,
        redis,
        logger: database.logger,
        secret: 'a-secret-of-the-tests-00000000001',
        table: {
          submit: { costs: true, refused: 'Wait.', rules: [{ by: 'ip', points: 5, window: 60_000 }] },
        },
      })
      const taken = await Promise.allSettled(
        Array.from({ length: 20 }, () => limits.take('submit', { ip: '192.0.2.1', owner, plan: 'free' })),
      )
      expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    })
  })

  test('statements with names, as they are asked without one, would be refused there', async () => {
    await throughPooler(false, async ({ pool }) => {
      const asked = await Promise.allSettled(
        Array.from({ length: 40 }, () => readSession({ pool, redis: createInProcessRedis() }, 'of-nobody')),
      )
      const refused = asked.filter((each) => each.status === 'rejected').map(({ reason }) => String(reason))
      expect(refused).toContainEqual(expect.stringMatching(/prepared statement/))
    })
  })
})

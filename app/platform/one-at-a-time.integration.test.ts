import { expect, test } from 'vitest'
import { submitted } from '#tests/factories/submissions.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { createDatabase } from './db.server.ts'

const database = cloneTestDatabase()

test('relations that are asked for at once in a transaction go through its connection one after the other', async () => {
  const { threadId } = await submitted(database.app.prisma)
  const { prisma, pool, close } = createDatabase({
    url: database.appUrl,
    poolMax: 2,
    name: 'test',
    logger: database.logger,
  })
  let under = 0
  let mostUnder = 0
  let asked = 0
  pool.on('connect', (client) => {
    const { query } = client
    Reflect.set(client, 'query', (...given: unknown[]) => {
      under += 1
      asked += 1
      mostUnder = Math.max(mostUnder, under)
      const answer: unknown = Reflect.apply(query, client, given)
      if (answer instanceof Promise) {
        const over = () => {
          under -= 1
        }
        answer.then(over, over)
      } else under -= 1
      return answer
    })
  })
  const [thread, failed] = await prisma.$transaction(async (tx) => [
    await tx.thread.findUnique({
      where: { id: threadId },
      select: { id: true, source: true, entry: true, generations: true, tweets: true },
    }),
    await Promise.allSettled([tx.thread.count(), tx.thread.count({ where: { id: threadId } })]),
  ])
  expect(thread).toMatchObject({ id: threadId, source: {}, entry: {}, generations: [{}], tweets: [] })
  expect(failed).toMatchObject([{ value: 1 }, { value: 1 }])
  expect(asked).toBeGreaterThan(7)
  expect(mostUnder).toBe(1)
  await close()
})

test('of statements at once of which one fails, all end', async () => {
  const { prisma } = database.app
  const ended = prisma.$transaction(async (tx) =>
    Promise.allSettled([tx.$queryRaw`select 1 / 0`, tx.$queryRaw`select 1 as one`]),
  )
  await expect(ended).resolves.toMatchObject([{ status: 'rejected' }, {}])
  expect(await prisma.$queryRaw`select 1 as one`).toEqual([{ one: 1 }])
})

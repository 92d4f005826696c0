import { expect, test } from 'vitest'
import { requestSignUp } from '#app/features/accounts/sign-up.ts'
import { newVisitor, submitted } from '#tests/factories/submissions.ts'
import { accountWorld, goodPassword } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { sweepVisitors } from './sweep-visitors.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)

const sweep = () => sweepVisitors(database.owner.pool, 'production')

async function threadOf(owner: { visitorId: string } | { userId: string }, interval: string) {
  const { threadId } = await submitted(database.app.prisma, { owner })
  const { pool } = database.owner
  const past = [threadId, interval]
  await pool.query('update threads set updated_at = now() - $2::interval where id = $1', past)
  await pool.query(
    'update sources set created_at = now() - $2::interval where id = (select source_id from threads where id = $1)',
    past,
  )
  if ('visitorId' in owner)
    await pool.query('update visitors set created_at = now() - $2::interval where id = $1', [
      owner.visitorId,
      interval,
    ])
  return threadId
}
const left = async () => {
  const { prisma } = database.owner
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id)
  return {
    threads: await ids(prisma.thread.findMany({ select: { id: true }, orderBy: { id: 'asc' } })),
    sources: await prisma.source.count(),
    visitors: await ids(prisma.visitor.findMany({ select: { id: true }, orderBy: { id: 'asc' } })),
  }
}

test('what browsers made goes after 24 hours, and nobody else’s does', async () => {
  const { id: userId } = await world.person()
  const [gone, returning, fresh, signingUp] = [newVisitor(), newVisitor(), newVisitor(), newVisitor()]
  await requestSignUp(database.app.prisma, {
    email: 'late@example.com',
    password: goodPassword,
    ...signingUp,
  })
  const kept = [
    await threadOf({ userId }, '2 years'),
    await threadOf(fresh, '23 hours 59 minutes'),
    await threadOf(signingUp, '25 hours'),
  ]
  await threadOf(gone, '24 hours 1 minute')
  await threadOf(returning, '3 days')
  // The same source, submitted again today: what was written first goes, and the source stays with the new one.
  const { threadId: again } = await submitted(database.app.prisma, { owner: returning })

  expect(await sweepVisitors(database.owner.pool, 'local')).toBe(0)
  expect(await sweep()).toBe(2)
  expect(await left()).toEqual({
    threads: [...kept, again].sort(),
    sources: 4,
    visitors: [returning, fresh, signingUp].map(({ visitorId }) => visitorId).sort(),
  })
  expect(await sweep()).toBe(0)

  await database.owner.pool.query(`update account_requests set expires_at = now() - interval '1 second'`)
  expect(await sweep()).toBe(1)
})

test('a sweep takes a bounded number of threads at once', async () => {
  const visitor = newVisitor()
  const { threadId } = await submitted(database.app.prisma, { owner: visitor })
  await database.owner.pool.query(
    `insert into threads (id, source_id, visitor_id, updated_at)
     select gen_random_uuid(), source_id, visitor_id, now() - interval '2 days' from threads, generate_series(1, 1200)
     where id = $1`,
    [threadId],
  )
  expect(await sweep()).toBe(1000)
  expect(await sweep()).toBe(200)
  expect(await database.owner.prisma.thread.count({ where: visitor })).toBe(1)
})

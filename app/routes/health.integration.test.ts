import { expect, test } from 'vitest'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import { beat } from '#jobs/heartbeat.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader } from './admin.health/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)

async function seenByAdmin() {
  const { browser } = await world.signedIn({ role: 'admin' })
  const answer = await browser.request(loader, '/admin/health')
  if (!('data' in answer)) throw new Error('no page')
  const { findings, ...rest } = answer.data
  return { ...rest, of: (name: string) => findings.find((each) => each.name === name) }
}

test('how things stand is for admins: support may not see it, and for others it is not there', async () => {
  const look = (browser: ReturnType<typeof world.browser>) => browser.request(loader, '/admin/health')
  await expect(look(world.browser())).rejects.toMatchObject({ status: 404 })
  await expect(look((await world.signedIn()).browser)).rejects.toMatchObject({ status: 404 })
  const support = await world.signedIn({ role: 'support' })
  await expect(look(support.browser)).rejects.toMatchObject({ status: 403 })
})

test('a Threadr at rest, without a Redis and without mail, is told of plainly', async () => {
  await beat(database.owner.pool, 'pool-alive', 'service')
  const { of, queue } = await seenByAdmin()
  expect(of('Database')).toMatchObject({ isWell: true, says: expect.stringContaining('every migration') })
  expect(of('Redis')?.says).toBe('There is none: each process keeps for itself what Redis would hold.')
  expect(of('Workers')).toMatchObject({ isWell: true, says: '1 alive.' })
  expect(of('Queue')).toMatchObject({ isWell: true, says: 'Nothing waits.' })
  expect(of('Mail')?.says).toBe('Nothing sends: messages stay in the outbox.')
  expect(of('Files')?.says).toMatch(/^\d.* of .* are free/)
  expect(queue).toEqual([])
})

test('silent workers, late and failed jobs, and open breakers are what has to be looked after', async () => {
  const { pool, prisma } = database.owner
  await pool.query(`update worker_pools set seen_at = now() - interval '1 minute'`)
  await submitted(database.app.prisma)
  await prisma.$transaction((tx) => enqueue(tx, 'sync_customer', { customerId: 'cus_1' }))
  await pool.query(
    `update graphile_worker._private_jobs set run_at = now() - interval '10 minutes' where key like 'generation:%'`,
  )
  await pool.query(
    `update graphile_worker._private_jobs set attempts = max_attempts where key = 'sync-customer:cus_1'`,
  )
  await pool.query(
    `insert into circuit_breakers (name, failures, opened_at) values ('models.example some', 5, now())`,
  )
  const { of, queue, breakers } = await seenByAdmin()
  expect(of('Workers')).toMatchObject({ isWell: false, says: expect.stringContaining('None lives') })
  expect(of('Queue')).toMatchObject({
    isWell: false,
    says: 'The oldest job that is due has waited for 10 min.',
    detail: '0 running, 1 failed for good.',
  })
  expect(of('Breakers')).toMatchObject({
    isWell: false,
    says: 'Left alone after failing: models.example some.',
  })
  expect(queue).toMatchObject([
    { task: 'generate_thread', ready: 1, failed: 0 },
    { task: 'sync_customer', ready: 0, failed: 1 },
  ])
  expect(breakers).toMatchObject([{ name: 'models.example some', failures: 5 }])
})

import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type Database } from '#app/platform/db.server.ts'
import { watchReplica } from '#app/platform/metrics/watch-replica.ts'
import { createReplica } from '#app/platform/replica/create-replica.ts'
import type { Replica, ReplicaStanding } from '#app/platform/replica/replica.ts'
import { alertFaults } from '#tests/setup/alert-faults.ts'
import { alertWorld } from '#tests/setup/alert-world.ts'
import { type Replicated, startReplicated } from '#tests/setup/replicated.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { readRegistry } from './measures/read-registry.ts'

const database = cloneTestDatabase()
const world = alertWorld(database)
const { fires, clears } = alertFaults(world)

let replicated: Replicated
let primary: Database
let replica: Replica
const registry = new Registry()

beforeAll(async () => {
  replicated = await startReplicated()
  primary = createDatabase({
    url: replicated.primaryUrl,
    poolMax: 2,
    name: 'test',
    logger: database.logger,
  })
  await primary.pool.query('create table scratch (n int)')
  replica = createReplica({
    primary,
    primaryUrl: replicated.primaryUrl,
    replicaUrl: replicated.replicaUrl,
    mostLagMs: 2_000,
    poolMax: 2,
    name: 'test',
    logger: database.logger,
    isPooled: false,
  })
  watchReplica(registry, replica)
}, 120_000)
afterAll(async () => {
  await replica?.close()
  await primary?.close()
  await replicated?.close()
})

const told = new Map<string, number>()
/** What was counted since the last time, as if in the minute that passes here; after one look at least. */
async function writeLooks(): Promise<void> {
  const since = async () =>
    (await readRegistry(registry)).map((each) => ({
      ...each,
      more: each.value - (told.get(each.labels) ?? 0),
    }))
  await expect.poll(async () => (await since()).some(({ more }) => more > 0)).toBe(true)
  for (const { name, labels, value, more } of await since()) {
    told.set(labels, value)
    if (more > 0) await world.seed(name, JSON.parse(labels), more, world.now())
  }
}
const stands = (state: ReplicaStanding['state']) =>
  expect
    .poll(async () => {
      // A standby that has all there is isn't behind, however long it has been held back.
      await primary.pool.query('insert into scratch values (1)')
      return replica.standing().state
    })
    .toBe(state)
const lag = async () =>
  (await registry.getSingleMetric('threadr_replica_lag_seconds')?.get())?.values[0]?.value

test('a standby that falls behind, and one that dies, while the primary answers for it', async () => {
  await stands('used')
  await writeLooks()
  for (const [harm, mend, state] of [
    [replicated.standby.pause, replicated.standby.resume, 'behind'],
    [async () => replicated.standby.kill(), replicated.standby.start, 'gone'],
  ] as const) {
    await harm()
    await stands(state)
    if (state === 'behind') expect(await lag()).toBeGreaterThan(2)
    await fires('replica-left', 8, writeLooks)
    expect(await replica.read(null, async (asked) => asked === primary)).toBe(true)
    await mend()
    await stands('used')
    await clears('replica-left', 12, writeLooks)
  }
}, 180_000)

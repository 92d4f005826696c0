import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type Database } from '#app/platform/db.server.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { type Replicated, startReplicated } from '#tests/setup/replicated.ts'
import { AppError } from '../errors.ts'
import { createReplica, noReplica } from './create-replica.ts'
import { neverReplayed } from './position.ts'
import type { Readable, ReadOutcome, Replica } from './replica.ts'

const logger = createLogger({ level: 'silent', name: 'test' })
let replicated: Replicated
let primary: Database

beforeAll(async () => {
  replicated = await startReplicated()
  primary = createDatabase({ url: replicated.primaryUrl, poolMax: 4, name: 'test', logger })
  await primary.pool.query('create table scratch (n int)')
}, 120_000)
afterAll(async () => {
  await primary.close()
  await replicated.close()
})

type Given = { replicaUrl?: string; mostLagMs?: number }

async function withReplica(given: Given, work: (replica: Replica, outcomes: ReadOutcome[]) => Promise<void>) {
  const outcomes: ReadOutcome[] = []
  const replica = createReplica({
    primary,
    primaryUrl: replicated.primaryUrl,
    replicaUrl: replicated.replicaUrl,
    mostLagMs: 3_600_000,
    poolMax: 4,
    name: 'test',
    logger,
    isPooled: false,
    ...given,
  })
  replica.onRead((outcome) => void outcomes.push(outcome))
  await work(replica, outcomes).finally(replica.close)
}

async function runningThere(like: string): Promise<number> {
  const client = new pg.Client({ connectionString: replicated.replicaUrl })
  await client.connect()
  const { rows } = await client.query(
    `select count(*)::int as running from pg_stat_activity where query like $1 and state = 'active'`,
    [like],
  )
  await client.end()
  return rows[0].running
}

const stateOf = (replica: Replica) => () => replica.standing().state
const onReplica = ({ pool }: Readable) =>
  pool.query('select pg_is_in_recovery() as "is"').then(({ rows }) => Boolean(rows[0].is))

test('until it is known to follow, and for what it hasn’t replayed, the primary answers', async () => {
  await withReplica({}, async (replica, outcomes) => {
    expect(await replica.read(null, onReplica)).toBe(false)
    await expect.poll(stateOf(replica)).toBe('used')
    expect(await replica.read(null, onReplica)).toBe(true)
    expect(await replica.read(neverReplayed, onReplica)).toBe(false)
    await primary.pool.query('insert into scratch values (1)')
    const written = await replica.written()
    await expect.poll(() => replica.read(written, onReplica)).toBe(true)
    expect(outcomes.slice(0, 3)).toEqual(['gone', 'replica', 'wrote'])
  })
})

test('a read that fails there is answered by the primary, whose error counts where it fails there too', async () => {
  await withReplica({}, async (replica, outcomes) => {
    await expect.poll(stateOf(replica)).toBe('used')
    const failing = (database: Readable) => {
      if (database !== primary) throw new Error('conflict')
      return onReplica(database)
    }
    expect(await replica.read(null, failing)).toBe(false)
    // What isn't there yet may be on its way.
    const missing = async (database: Readable) => {
      if (database !== primary) throw new AppError('thread-not-found', 'Not there.', { status: 404 })
      return 'there'
    }
    expect(await replica.read(null, missing)).toBe('there')
    await expect(replica.read(null, () => Promise.reject(new Error('of its own')))).rejects.toThrow(
      'of its own',
    )
    expect(outcomes).toEqual(['failed', 'failed', 'failed'])
    expect(replica.standing().state).toBe('used')
  })
})

test('reads that the log ends, as it can’t wait for them, are answered; after five the replica is left alone', async () => {
  await withReplica({}, async (replica, outcomes) => {
    await expect.poll(stateOf(replica)).toBe('used')
    const ended: string[] = []
    const slow = async (database: Readable) => {
      if (database === primary) return 'answered'
      const rows = database.pool.query('select pg_sleep(600) from (select count(*) from scratch) t')
      await rows.catch((error: { code: string }) => ended.push(error.code))
      await rows
      return 'not ended'
    }
    const reads = Promise.all(Array.from({ length: 4 }, () => replica.read(null, slow)))
    await expect.poll(() => runningThere('select pg_sleep(600)%')).toBe(4)
    // It takes a lock that a reading statement is in the way of.
    await primary.pool.query('alter table scratch add column more int')
    expect(await reads).toEqual(Array(4).fill('answered'))
    expect(ended).toEqual(Array(4).fill('40001'))
    await replica.read(null, (database) =>
      database === primary ? Promise.resolve(0) : Promise.reject(new Error('once more')),
    )
    expect(outcomes).toEqual(Array(5).fill('failed'))
    expect(replica.standing().state).toBe('resting')
    expect(await replica.read(null, onReplica)).toBe(false)
    expect(outcomes.at(-1)).toBe('resting')
  })
})

test('one that holds the log back for longer than is allowed is not asked, until it has caught up', async () => {
  await withReplica({ mostLagMs: 1_500 }, async (replica) => {
    await expect.poll(stateOf(replica)).toBe('used')
    await replicated.standby.pause()
    try {
      await primary.pool.query('insert into scratch values (2)')
      await expect.poll(stateOf(replica)).toBe('behind')
      expect(await replica.read(null, onReplica)).toBe(false)
    } finally {
      await replicated.standby.resume()
    }
    await expect.poll(stateOf(replica)).toBe('used')
  })
})

test('what follows nobody, or another database, is never asked', async () => {
  await withReplica({ replicaUrl: replicated.primaryUrl }, async (replica) => {
    await expect.poll(stateOf(replica)).toBe('foreign')
    expect(await replica.read(null, onReplica)).toBe(false)
  })
  await withReplica({ replicaUrl: replicated.standby.urlOf('postgres') }, async (replica) => {
    await expect.poll(stateOf(replica)).toBe('foreign')
  })
})

test('one that has gone silent holds nobody: reads under way are asked of the primary', async () => {
  await withReplica({}, async (replica, outcomes) => {
    await expect.poll(stateOf(replica)).toBe('used')
    // Connections that are open already, as reads have them.
    await Promise.all([replica.read(null, onReplica), replica.read(null, onReplica)])
    const thaw = replicated.standby.freeze()
    try {
      const reads = [replica.read(null, onReplica), replica.read(null, onReplica)]
      expect(await Promise.all(reads)).toEqual([false, false])
      expect(replica.standing()).toMatchObject({ state: 'gone' })
      expect(outcomes.slice(-2)).toEqual(['failed', 'failed'])
    } finally {
      thaw()
    }
    await expect.poll(stateOf(replica)).toBe('used')
    expect(await replica.read(null, onReplica)).toBe(true)
  })
})

test('without one the primary answers, and nobody is asked where it stands', async () => {
  const none = noReplica(primary)
  expect(await none.read(neverReplayed, onReplica)).toBe(false)
  expect(none.standing()).toEqual({ state: 'none' })
})

import type pg from 'pg'
import { Gauge, type Registry } from 'prom-client'
import { z } from 'zod'
import { seconds } from '../durations.ts'
import { jobCatalog } from '../queue/catalog.ts'
import { type QueueRow, readQueue } from '../queue/read-queue.ts'
import { firstLabels, knownLabels } from './labels.ts'

/** Whoever reads, and however often, the database is asked this seldom. */
const keptFor = seconds(5)
/** Longer than this a scrape does not wait for the database; it tells what was known before. */
const patience = seconds(1)
const mostBreakers = 20

type Standing = { queue: QueueRow[]; breakers: { name: string; open: boolean }[]; stripeLagSeconds: number }

const restSchema = z.object({
  breakers: z.array(z.object({ name: z.string(), open: z.boolean() })),
  lag: z.number(),
})

async function readStanding(pool: pg.Pool): Promise<Standing> {
  const [queue, { rows }] = await Promise.all([
    readQueue(pool),
    pool.query(
      `select coalesce((select json_agg(json_build_object('name', name, 'open', opened_at is not null) order by name)
                        from (select name, opened_at from circuit_breakers order by name limit ${mostBreakers}) b), '[]') as breakers,
              coalesce((select extract(epoch from now() - min(created_at)) from stripe_events where handled_at is null), 0)::float8 as lag`,
    ),
  ])
  const { breakers, lag } = restSchema.parse(rows[0])
  return { queue, breakers, stripeLagSeconds: Math.max(0, lag) }
}

/** Asks at most every so often; null where nothing was ever heard. Never throws. */
function keepStanding(pool: pg.Pool, onTrouble: (error: unknown) => void): () => Promise<Standing | null> {
  let known: Standing | null = null
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<unknown> = Promise.resolve()
  return async () => {
    if (performance.now() - askedAt >= keptFor) {
      askedAt = performance.now()
      asking = readStanding(pool).then((standing) => {
        known = standing
      }, onTrouble)
    }
    let timer: NodeJS.Timeout | undefined
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, patience)
    })
    await Promise.race([asking, late]).finally(() => clearTimeout(timer))
    return known
  }
}

/**
 * What stands in the database and is the same whichever process is asked (the queue, breakers, events of Stripe's), and
 * the connections that this process holds to it.
 */
export function watchDatabase(
  registry: Registry,
  { pool, onTrouble = () => {} }: { pool: pg.Pool; onTrouble?: (error: unknown) => void },
): void {
  const registers = [registry]
  const standing = keepStanding(pool, onTrouble)
  const taskLabel = knownLabels(Object.keys(jobCatalog))
  const breakerLabel = firstLabels(mostBreakers)
  new Gauge({
    name: 'threadr_queue_ready_age_seconds',
    help: 'How long the oldest job that is due has waited for a worker.',
    registers,
    async collect() {
      const ages = (await standing())?.queue.map(({ ageSeconds }) => ageSeconds) ?? []
      this.set(Math.max(0, ...ages))
    },
  })
  new Gauge({
    name: 'threadr_queue_jobs',
    help: 'Jobs in the queue: ready, scheduled for later, running, failed for good.',
    labelNames: ['task', 'state'] as const,
    registers,
    async collect() {
      const queue = (await standing())?.queue ?? []
      this.reset()
      for (const { task, state, jobs } of queue) this.inc({ task: taskLabel(task), state }, jobs)
    },
  })
  new Gauge({
    name: 'threadr_breaker_open',
    help: '1 where a breaker is open, so that what it stands before is left alone.',
    labelNames: ['name'] as const,
    registers,
    async collect() {
      const breakers = (await standing())?.breakers ?? []
      this.reset()
      for (const { name, open } of breakers) this.set({ name: breakerLabel(name) }, open ? 1 : 0)
    },
  })
  new Gauge({
    name: 'threadr_stripe_event_lag_seconds',
    help: 'The age of the oldest event of Stripe’s that was not dealt with yet; 0 where there is none.',
    registers,
    async collect() {
      this.set((await standing())?.stripeLagSeconds ?? 0)
    },
  })
  new Gauge({
    name: 'threadr_pool_connections',
    help: 'Connections of this process to the database, and who waits for one.',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      // Not while this very look is what waits for one.
      await standing()
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

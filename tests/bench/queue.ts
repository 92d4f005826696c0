import { randomUUID } from 'node:crypto'
import { createDatabase } from '#app/platform/db.server.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { createMetrics } from '#app/platform/metrics/create-metrics.ts'
import { type JobName, jobCatalog } from '#app/platform/queue/catalog.ts'
import { enqueueMany } from '#app/platform/queue/enqueue.ts'
import { runTask } from '#jobs/run-task.ts'
import { startWorker, workerPreset } from '#jobs/start-worker.ts'
import { median } from '#tests/eval/cpu-ratio.ts'
import { scratchDatabase } from '#tests/setup/scratch-database.ts'
import { p95 } from './p95.ts'
import { type PlainWorker, plainWorker } from './peers/plain-worker.ts'
import type { Figure } from './ratio.ts'
import { slowness } from './slowed.ts'
import { countStarts } from './starts.ts'

const concurrency = 4

const names = Object.keys(jobCatalog) as JobName[]

type QueueRuns = {
  pairs: number
  jobs: number
  pickUps: number
  /** How many times as long ours takes, on purpose. */
  slowed: number
}

/**
 * Our layer over the queue (catalog, payloads parsed, log, metrics, keys) against plain graphile-worker of the same settings:
 * jobs a second that do nothing, and how long one waits from being added to the start of its task.
 */
export async function queue(runs: Partial<QueueRuns> = {}): Promise<Figure[]> {
  const { pairs = 9, jobs = 2_000, pickUps = 60, slowed = slowness } = runs
  const { pool, url, drop } = await scratchDatabase()
  const ours = await slowedBy(slowed, await ownWorker(url))
  const plain = await plainWorker(pool, url, {
    preset: { worker: workerPreset(concurrency) },
    tasks: names.length,
  })
  try {
    const [rates, waits]: [number[], number[]] = [[], []]
    for (const worker of [ours, plain]) await worker.workOff(jobs)
    for (let pair = 0; pair < pairs; pair += 1) {
      const [own, theirs] = [await ours.workOff(jobs), await plain.workOff(jobs)]
      rates.push(theirs / own)
      waits.push(await waitRatio(ours, plain, pickUps))
    }
    return [
      {
        name: 'jobs a second that do nothing, our layer / plain graphile-worker',
        ratio: median(rates),
        bar: { atLeast: 0.8 },
      },
      {
        name: 'from added to started, p95, our layer / plain graphile-worker',
        ratio: median(waits),
        bar: { atMost: 1.5 },
      },
    ]
  } finally {
    await plain.close()
    await ours.close()
    await drop()
  }
}

/**
 * The waits' p95, ours / plain. One job of each in turn: the slowest few of a busy moment decide, which must not be the moment
 * of one side alone.
 */
async function waitRatio(ours: PlainWorker, plain: PlainWorker, times: number): Promise<number> {
  const waits: { own: number[]; theirs: number[] } = { own: [], theirs: [] }
  for (let time = 0; time < times; time += 1) {
    waits.own.push(await ours.pickUp())
    waits.theirs.push(await plain.pickUp())
  }
  return p95(waits.own) / p95(waits.theirs)
}

const slowedBy = (times: number, worker: PlainWorker): PlainWorker => ({
  ...worker,
  pickUp: async () => times * (await worker.pickUp()),
  workOff: async (count) => times * (await worker.workOff(count)),
})

/** What a worker process of ours is but for what its tasks do. */
async function ownWorker(url: string): Promise<PlainWorker> {
  const logger = createLogger({ level: 'error', name: 'bench' })
  const database = createDatabase({ url, poolMax: concurrency + 4, name: 'bench', logger })
  const starts = countStarts()
  const nothing = (name: JobName) =>
    runTask(name, jobCatalog[name].payload, logger, async () => {
      starts.started()
    })
  const worker = await startWorker({
    pool: database.pool,
    concurrency,
    lane: 'service',
    logger,
    watchers: { metrics: createMetrics({ ofProcess: false }) },
    tasks: Object.fromEntries(names.map((name) => [name, nothing(name)])) as Record<
      JobName,
      ReturnType<typeof nothing>
    >,
  })
  const add = () => ({ generationId: randomUUID() })
  return {
    async pickUp() {
      const start = starts.last(1)
      const addedAt = performance.now()
      await enqueueMany(database.prisma, 'generate_thread', [add()])
      return (await start) - addedAt
    },
    async workOff(count) {
      const last = starts.last(count)
      await enqueueMany(database.prisma, 'generate_thread', Array.from({ length: count }, add))
      const addedAt = performance.now()
      return (await last) - addedAt
    },
    async close() {
      await worker.stop()
      await database.close()
    },
  }
}

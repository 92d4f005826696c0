import type { Registry } from 'prom-client'
import { createMetrics } from '#app/platform/metrics/create-metrics.ts'
import { watchDatabase } from '#app/platform/metrics/watch-database.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { freePort } from '#local/free-port.ts'
import { median } from '#tests/eval/cpu-ratio.ts'
import { startCollectors } from '#tests/fakes/collectors.ts'
import { builtRoutes } from '#tests/matrix/routes.ts'
import { spawned } from '#tests/setup/spawned.ts'
import { type OwnThread, ownThread } from './own-thread.ts'
import type { Figure } from './ratio.ts'
import { ratioOfRates } from './request-rates.ts'

const token = 'the-token-of-a-bench-0001'
const mostMs = 50
/** Far more than wait in any queue that is not lost. */
const jobs = 10_000

/**
 * Requests a second of a thread's page and of its progress with logs, metrics and traces (each request of them, sent to a
 * collector) against the same process without; and how long the metrics take to read with every series that there can be.
 */
export async function observing(): Promise<Figure[]> {
  const thread = await ownThread()
  const collectors = await startCollectors()
  const closers: (() => Promise<unknown>)[] = [thread.close, collectors.close]
  try {
    const start = async (variables: Record<string, string>) => {
      const port = await freePort()
      const env = { ...thread.service.env, ...variables, PORT: String(port) }
      const process = await spawned('tests/bench/peers/watched-web.ts', env)
      closers.push(() => {
        process.stop()
        return process.ended
      })
      return `http://localhost:${port}`
    }
    const watched = await start({
      WATCHED: '1',
      LOG_LEVEL: 'info',
      METRICS_TOKEN: token,
      OTEL_EXPORTER_OTLP_ENDPOINT: collectors.otlp,
    })
    const plain = await start({ WATCHED: '0', LOG_LEVEL: 'silent' })
    // What it can't scrape any more shows in the figures' own requests.
    const scraping = setInterval(() => void scrape(watched).catch(() => {}), 1000)
    closers.push(async () => clearInterval(scraping))
    const ratio = (url: string) => {
      const { pathname } = new URL(url)
      return ratioOfRates(watched + pathname, plain + pathname, thread.cookie)
    }
    const figures: Figure[] = [
      {
        name: 'thread page with logs, metrics and traces / without, req/s',
        ratio: await ratio(thread.page),
        bar: { atLeast: 0.85 },
      },
      {
        name: 'progress loader with logs, metrics and traces / without, req/s',
        ratio: await ratio(thread.progress),
        bar: { atLeast: 0.85 },
      },
    ]
    if (collectors.raw.length === 0) throw new Error('nothing was traced')
    return [...figures, await scrapes(thread)]
  } finally {
    for (const each of closers.reverse()) await each()
  }
}

async function scrape(address: string): Promise<void> {
  const answer = await fetch(`${address}/metrics`, { headers: { Authorization: `Bearer ${token}` } })
  if (answer.status !== 200) throw new Error(`the metrics answered with ${answer.status}`)
  await answer.text()
}

/** How long a process with every series takes to tell them, a long queue in the database, against 50 ms. */
async function scrapes({ service }: OwnThread): Promise<Figure> {
  // For tomorrow, so that the worker leaves them.
  await service.pool.query(
    `insert into graphile_worker._private_jobs (task_id, payload, run_at, max_attempts, key)
     select t.id, '{}', now() + interval '1 day', 3, 'bench-' || n
     from graphile_worker._private_tasks t, generate_series(1, ${jobs}) n where t.identifier = 'sync_customer'`,
  )
  const times: number[] = []
  let series = 0
  for (let round = 0; round < 9; round += 1) {
    const { registry } = await full(service)
    const began = performance.now()
    const text = await registry.metrics()
    times.push(performance.now() - began)
    series = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length
  }
  return {
    name: `a scrape of ${series} series over a queue of ${jobs} jobs / ${mostMs} ms`,
    ratio: median(times) / mostMs,
    bar: { atMost: 1 },
  }
}

/** A process that has met every route, method, task, model and outcome. */
async function full({ pool }: OwnThread['service']): Promise<{ registry: Registry }> {
  const metrics = createMetrics({ ofProcess: false })
  watchDatabase(metrics.registry, { pool })
  const routes = (await builtRoutes()).map(({ id }) => id)
  metrics.knowRoutes(routes)
  for (const route of [...routes, 'other'])
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'BREW'])
      for (const status of [200, 302, 404, 500]) metrics.request({ route, method, status, seconds: 0.1 })
  for (const task of Object.keys(jobCatalog))
    for (const outcome of ['done', 'failed'] as const) metrics.job({ task, outcome, seconds: 1 })
  for (let at = 0; at < 40; at += 1)
    for (let model = 0; model < 12; model += 1)
      metrics.modelCall({
        model: `model ${model}`,
        outcome: `outcome ${at}`,
        seconds: 1,
        inputTokens: 1,
        outputTokens: 1,
      })
  return metrics
}

import { randomBytes } from 'node:crypto'
import { cpus } from 'node:os'
import type pg from 'pg'
import { z } from 'zod'
import { keepRunning } from '#local/child-process.ts'
import { freePort } from '#local/free-port.ts'
import { findOrInstallNginx } from '#tests/find-program.ts'
import { startFleet } from '#tests/setup/fleet.ts'
import { redisProgram, startRedisServer } from '#tests/setup/redis-server.ts'
import type { Benchmark } from './benchmark.ts'
import { costsOfRequests } from './people/costs.ts'
import type { Played } from './people/person-model.ts'
import { playInProcess } from './people/play-in-process.ts'
import { fillPeople, password } from './people/population.ts'
import { costsTold, hurryTold, loadTold, usedTold } from './people/report.ts'
import { threadCosts } from './people/thread-costs.ts'
import type { Figure } from './ratio.ts'

const shape = { webs: 2, workers: 2, workerConcurrency: 12 }
const howMany = 1_000
/** In the whole run they do everything so many times as often at last, to see what gives way first. */
const hurry = 3
const quick = { rampSeconds: 15, seconds: 40, threads: 40, times: 60 }
const whole = { rampSeconds: 30, seconds: 180, threads: 200, times: 200 }

/**
 * 1,000 people at once: three minutes of an hour of theirs (40 seconds in the quick run) through nginx, two web processes and
 * two workers, with a model at a fixed pace; in the whole run then also in a hurry. Judged is only that nothing fails and
 * every thread is ready once; the rest is told. What each kind of request takes is measured first, a few at a time.
 */
export const people: Benchmark = async ({ full }) => {
  const nginx = findOrInstallNginx()
  if (!nginx) throw new Error('no nginx can be had here')
  const extent = full ? whole : quick
  const closers: (() => Promise<unknown>)[] = []
  try {
    const modelPort = await freePort()
    const args = ['tests/fakes/openai/main.ts', '--port', String(modelPort)]
    const model = await keepRunning({ name: 'model', args, env: {} })
    closers.push(() => model.stop())
    const redis = redisProgram ? await startRedisServer() : null
    if (redis) closers.push(redis.close)
    const sessionSecret = randomBytes(24).toString('hex')
    const fleet = await startFleet(nginx, {
      ...shape,
      variables: {
        SESSION_SECRET: sessionSecret,
        WORKER_CONCURRENCY: String(shape.workerConcurrency),
        OPENAI_API_KEY: 'sk-fake',
        OPENAI_BASE_URL: `http://127.0.0.1:${modelPort}/v1`,
        OPENAI_MODEL: 'fake:steady',
        ...(redis && { REDIS_URL: redis.url }),
      },
    })
    closers.push(fleet.close)
    const thread = await threadCosts(fleet, extent.threads)
    const all = await fillPeople(fleet.pool, howMany, sessionSecret)
    const requests = await costsOfRequests(fleet, all, extent.times)
    const order = { address: fleet.address, password, people: all, seed: 20_261_202 }
    const usual = await playInProcess(fleet, { ...order, ...extent, hurry: 1 })
    const readyOnce = await countReadyOnce(fleet.pool, usual.played.threadIds)
    const of = { people: howMany, cores: cpus().length, ...shape }
    const figures = [
      ...judged(usual.played, readyOnce),
      ...costsTold(requests, thread),
      ...loadTold(usual.played, of),
      ...usedTold(usual, of),
    ]
    if (!full) return figures
    const hurried = await playInProcess(fleet, { ...order, ...quick, hurry })
    const stillReady = await countReadyOnce(fleet.pool, hurried.played.threadIds)
    return [...figures, ...hurryTold(hurried, stillReady, hurry, of)]
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

/** How many of the threads have one generation, which is ready. */
async function countReadyOnce(pool: pg.Pool, threadIds: string[]): Promise<number> {
  const { rows } = await pool.query(
    `select count(*)::int as count from (
       select thread_id from generations where thread_id = any($1::uuid[])
       group by thread_id having count(*) = 1 and bool_and(status = 'ready')
     ) once`,
    [threadIds],
  )
  return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count
}

function judged({ failures, threadIds }: Played, readyOnce: number): Figure[] {
  const failed = Object.values(failures).reduce((sum, count) => sum + count, 0)
  const which = Object.entries(failures).map(([what, count]) => `${what} (${count})`)
  return [
    {
      name: `requests of ${howMany} people at once that failed or were not answered in time${which.length > 0 ? `: ${which.slice(0, 8).join(', ')}` : ''}`,
      ratio: failed,
      bar: { atMost: 0 },
    },
    {
      name: `threads ready, once, of ${threadIds.length} asked for`,
      ratio: readyOnce / threadIds.length,
      bar: { atLeast: 1 },
    },
  ]
}

import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { seconds } from '#app/platform/durations.ts'
import type { Fault } from '../fault.ts'
import { judgeThreads } from './count-threads.ts'
import { type Crew, type CrewWorker, withCrew } from './crew.ts'

/**
 * A worker is stopped in the middle of writing until another has taken over, and goes on while the other is at work, or
 * once it is done: nothing of what it still has may be stored, and it works on as before.
 */
export const paused: Fault = {
  name: 'workers: paused past the sweep',
  quick: false,
  run: () =>
    withCrew({ everyMs: 25 }, async (crew) => {
      const stale = await crew.startWorker({ LOG_LEVEL: 'info', WORKER_CONCURRENCY: '1' })
      const threads: string[] = []
      const seen: string[] = []
      for (const wakes of ['while the other writes', 'after the other'] as const) {
        const [thread = ''] = await crew.submit(1)
        threads.push(thread)
        seen.push(await pauseAndWake(crew, stale, { thread, wakes }))
      }
      // Alone now, so that it is this worker that takes what comes.
      threads.push(...(await crew.submit(1)))
      const { ok, seen: counted } = await judgeThreads(crew.pool, threads)
      return {
        ok: ok && seen.every((each) => each.startsWith('refused')),
        seen: `woken ${seen.join('; ')}; then ${counted}`,
      }
    }),
}

async function pauseAndWake(
  { pool, startWorker }: Crew,
  stale: CrewWorker,
  { thread, wakes }: { thread: string; wakes: 'while the other writes' | 'after the other' },
): Promise<string> {
  await until('it writes', async () => (await standing(pool, thread)).tweets > 0)
  stale.send('SIGSTOP')
  const other = await startWorker({ WORKER_CONCURRENCY: '1' })
  await until('another takes over', async () => {
    const { run, tweets } = await standing(pool, thread)
    return run === 2 && tweets > 0
  })
  const isReady = async () => (await standing(pool, thread)).status === 'ready'
  if (wakes === 'after the other') await until('the other is done', isReady)
  const before = await standing(pool, thread)
  const logged = stale.log().length
  stale.send('SIGCONT')
  await until('the paused worker sees what it lost', async () =>
    /has lost its place|generation left/.test(stale.log().slice(logged)),
  )
  await until('the other is done', isReady)
  other.stop()
  await other.ended
  const after = await standing(pool, thread)
  const lateWrites = after.events.slice(before.events.length).filter(({ run }) => run !== 2)
  const isOther = after.run === 2 && lateWrites.length === 0 && after.stored === after.tweets
  return `${isOther ? 'refused' : `taken: ${JSON.stringify(lateWrites)}`} ${wakes}`
}

const standingSchema = z.tuple([
  z.object({
    status: z.string(),
    run: z.number(),
    tweets: z.number(),
    stored: z.number(),
    events: z.array(z.object({ run: z.number(), kind: z.string() })),
  }),
])

/** How a thread's generation stands, with all that was ever written of it. */
async function standing(pool: pg.Pool, thread: string) {
  const { rows } = await pool.query(
    `select status, run, coalesce(jsonb_array_length(progress->'tweets'), 0) as tweets,
       (select count(*)::int from tweets t where t.thread_id = g.thread_id) as stored,
       (select coalesce(json_agg(json_build_object('run', e.run, 'kind', e.kind) order by e.seq), '[]')
        from generation_events e where e.generation_id = g.id) as events
     from generations g where thread_id = $1`,
    [thread],
  )
  return standingSchema.parse(rows)[0]
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const began = Date.now()
  while (!(await holds())) {
    if (Date.now() - began > seconds(60)) throw new Error(`after a minute it is still not so that ${what}`)
    await sleep(50)
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { seconds } from '../durations.ts'

/** How often somebody is asked, whoever of us asks. */
export type Pace = {
  /**
   * Waits for its turn, and gives null; gives the milliseconds until one comes where that is longer than the patience, and
   * then took none. Throws the database's error, and what `signal` is aborted with.
   */
  turn(signal: AbortSignal): Promise<number | null>
  /** Lets nobody have a turn for so many milliseconds, as a Retry-After asks. */
  rest(ms: number): Promise<void>
}

type PaceOptions = {
  pool: pg.Pool
  /** What counts our requests, such as a provider's account. */
  name: string
  perSecond: number
  /** The longest that a turn is waited for, in milliseconds; 5 s without it. */
  patienceMs?: number
}

/** Takes the next turn where it is near enough; a turn that nobody took is not saved up for a burst. */
const turnStatement = `
  with due as (
    insert into paces as p (name, next_at) values ($1, now() + $2 * interval '1 ms')
    on conflict (name) do update set next_at = greatest(p.next_at, now()) + $2 * interval '1 ms'
      where p.next_at <= now() + $3 * interval '1 ms'
    returning next_at - $2 * interval '1 ms' as at
  )
  select coalesce(
    (select extract(epoch from at - now()) from due),
    (select extract(epoch from next_at - now()) from paces where name = $1)
  )::float8 * 1000 as wait, exists (select from due) as mine`

const restStatement = `
  insert into paces as p (name, next_at) values ($1, now() + $2 * interval '1 ms')
  on conflict (name) do update set next_at = greatest(p.next_at, now() + $2 * interval '1 ms')`

/** A pace that all processes on a database keep together, on its time. */
export function createSharedPace({ pool, name, perSecond, patienceMs = seconds(5) }: PaceOptions): Pace {
  return {
    async turn(signal) {
      const { rows } = await pool.query<{ wait: number; mine: boolean }>(turnStatement, [
        name,
        seconds(1) / perSecond,
        patienceMs,
      ])
      const [{ wait, mine } = { wait: seconds(1), mine: false }] = rows
      if (!mine) return Math.max(0, wait)
      if (wait > 0) await sleep(wait, undefined, { signal })
      return null
    },
    async rest(ms) {
      await pool.query(restStatement, [name, ms])
    },
  }
}

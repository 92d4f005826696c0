import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { minutes, seconds } from '../durations.ts'
import type { Breaker, Entry } from './breaker.ts'

export type SharedBreakerOptions = {
  pool: pg.Pool
  /** What fails together, such as a server and its model. */
  name: string
  /** Failures in a row that open it; 5 without it. */
  failuresToOpen?: number
  /** How long it stays open before one call is let through, in milliseconds; 60 s without it. */
  restMs?: number
  /** How long that call is waited for before another is let through, in milliseconds; 6 minutes, more than any call takes. */
  probeMs?: number
  /** How long the database is waited for, in milliseconds; half a second without it. */
  patienceMs?: number
  /** For how long "closed" is taken for granted without asking again, in milliseconds; a second without it. */
  trustMs?: number
  /** In milliseconds, for `trustMs`; all else is on the database's time. */
  now?: () => number
  /** Hears what went wrong with the database. */
  onTrouble?: (error: unknown) => void
}

const closedSince = `opened_at is null`

/** Opens nothing by itself: it takes the one probe where the rest is over and nobody has it, and says how it stands. */
const enterStatement = `
  with probed as (
    update circuit_breakers set probe = $2, probe_until = now() + $4 * interval '1 ms'
    where name = $1 and opened_at <= now() - $3 * interval '1 ms' and (probe is null or probe_until <= now())
    returning 1
  )
  select exists (select from circuit_breakers where name = $1 and not ${closedSince}) as open,
         exists (select from probed) as probes`

/** A call that began before it opened, and fails after, neither reopens it nor makes the rest longer. */
const failedStatement = `
  insert into circuit_breakers as b (name, failures, opened_at) values ($1, 1, case when $3 <= 1 then now() end)
  on conflict (name) do update set
    failures = b.failures + 1,
    opened_at = case when b.probe = $2 then now() when b.opened_at is not null then b.opened_at
                     when b.failures + 1 >= $3 then now() end,
    probe_until = case when b.probe = $2 then null else b.probe_until end,
    probe = case when b.probe = $2 then null else b.probe end`

/** Nothing is written where nothing had failed. Once it is open, only its probe closes it. */
const workedStatement = `
  update circuit_breakers set failures = 0, opened_at = null, probe = null, probe_until = null
  where name = $1 and ((${closedSince} and failures > 0) or probe = $2)`

const toldNothingStatement = `
  update circuit_breakers set probe = null, probe_until = null where name = $1 and probe = $2`

/**
 * A breaker whose state all processes share through PostgreSQL. Each step is one statement on the database's time, so
 * that of any number who ask at once one is the probe. Where the database can't be asked, what it stands before is tried.
 */
export function createSharedBreaker(options: SharedBreakerOptions): Breaker {
  const { pool, name, failuresToOpen = 5, restMs = minutes(1), probeMs = minutes(6) } = options
  const { patienceMs = seconds(0.5), trustMs = seconds(1), now = Date.now, onTrouble = () => {} } = options
  let trustedUntil = 0

  /** Null where it failed, or has not come in time. */
  async function ask<T>(work: Promise<T>): Promise<T | null> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patienceMs)
    })
    const answer = work.catch((error: unknown) => {
      onTrouble(error)
      return null
    })
    return Promise.race([answer, late]).finally(() => clearTimeout(timer))
  }

  function entry(state: Entry['state'], probe: string | null): Entry {
    const tell = async (statement: string, values: unknown[]) => {
      await ask(pool.query(statement, values))
    }
    return {
      state,
      worked: () => tell(workedStatement, [name, probe]),
      async failed() {
        trustedUntil = 0
        await tell(failedStatement, [name, probe, failuresToOpen])
      },
      async toldNothing() {
        if (probe !== null) await tell(toldNothingStatement, [name, probe])
      },
    }
  }

  return {
    async enter() {
      if (now() < trustedUntil) return entry('closed', null)
      const probe = uuidv7()
      let isWaitedFor = true
      const asked = pool
        .query<{ open: boolean; probes: boolean }>(enterStatement, [name, probe, restMs, probeMs])
        .then(({ rows: [row] }) => {
          // It came too late to be used.
          if (row?.probes && !isWaitedFor) void entry('probe', probe).toldNothing()
          return row
        })
      const row = await ask(asked)
      isWaitedFor = false
      if (!row) return entry('unknown', null)
      if (row.probes) return entry('probe', probe)
      if (row.open) return entry('open', null)
      trustedUntil = now() + trustMs
      return entry('closed', null)
    },
  }
}

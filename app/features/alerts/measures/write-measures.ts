import { v7 as uuidv7 } from 'uuid'
import { seconds } from '#app/platform/durations.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { beatName } from './kept-measures.ts'
import type { Counted } from './read-registry.ts'

/** How often a process writes down what it has counted. */
const everyMs = seconds(15)

type MeasuringOptions = {
  /** As much of a pool as is needed. */
  pool: { query(text: string, values: unknown[]): Promise<unknown> }
  kind: 'web' | 'worker'
  read: () => Promise<Counted[]>
  logger: Logger
}

export type Measuring = {
  /** Writes what was counted since the last time. Never throws. */
  flush(): Promise<void>
  /** Writes a last time, and takes the process off the list of those alive. */
  stop(): Promise<void>
}

/** A batch whose answer got lost is sent again as it was, under its number, by which it counts once. */
const statement = `
  with batch as (
    insert into measure_sources (id, kind, batch, seen_at) values ($1, $2, $3, now())
    on conflict (id) do update set batch = excluded.batch, seen_at = excluded.seen_at
      where measure_sources.batch < excluded.batch
    returning 1
  )
  insert into measure_minutes as m (minute, name, labels, value)
  select date_trunc('minute', now()), name, labels, value
  from unnest($4::text[], $5::text[], $6::float8[]) as given (name, labels, value)
  where exists (select from batch) order by name, labels
  on conflict (name, minute, labels) do update set value = m.value + excluded.value`

/**
 * Writes what a process has counted into the database, in the minute in which that succeeds: while it does not, nothing is lost,
 * since what was counted stays in the counters, and nothing grows, since there is one batch at most beside them.
 */
export function createMeasuring({ pool, kind, read, logger }: MeasuringOptions): Measuring {
  const id = uuidv7()
  const told = new Map<string, number>()
  const beat = { name: beatName, labels: JSON.stringify({ process: kind }), value: 1 }
  let number = 0
  let unsure: Counted[] | null = null
  let running: Promise<void> | null = null

  /** What was counted since the last batch. */
  async function taken(): Promise<Counted[]> {
    const batch = [beat]
    for (const { name, labels, value } of await read()) {
      const before = told.get(name + labels) ?? 0
      told.set(name + labels, value)
      if (value > before) batch.push({ name, labels, value: value - before })
    }
    number += 1
    return batch
  }

  async function send(batch: Counted[]): Promise<void> {
    await pool.query(statement, [
      id,
      kind,
      number,
      batch.map(({ name }) => name),
      batch.map(({ labels }) => labels),
      batch.map(({ value }) => value),
    ])
  }

  async function once(): Promise<void> {
    try {
      if (unsure) await send(unsure)
      unsure = await taken()
      await send(unsure)
      unsure = null
    } catch (error) {
      logger.warn({ reason: String(error) }, 'what was counted could not be written down; it waits')
    }
  }

  const flush = () => {
    running ??= once().finally(() => {
      running = null
    })
    return running
  }
  return {
    flush,
    async stop() {
      await running
      await flush()
      await pool.query('delete from measure_sources where id = $1', [id]).catch(() => {})
    },
  }
}

/** The same every 15 seconds, from now until it is stopped. */
export function startMeasuring(options: MeasuringOptions): Measuring {
  const measuring = createMeasuring(options)
  void measuring.flush()
  const timer = setInterval(measuring.flush, everyMs)
  timer.unref()
  return {
    flush: measuring.flush,
    async stop() {
      clearInterval(timer)
      await measuring.stop()
    },
  }
}

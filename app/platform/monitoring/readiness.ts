import type pg from 'pg'
import { seconds } from '../durations.ts'

/** Why a process should be sent nothing: it is going, the database doesn't answer, or has not been migrated to its version. */
type NotReady = 'stopping' | 'database' | 'migrations'

export type Readiness = {
  /** Null where it is ready. Never throws; takes two seconds at most. */
  whyNot(): Promise<NotReady | null>
  /** From now on it is stopping. */
  beginStop(): void
  isStopping(): boolean
}

/** However often it is asked, the database is asked this seldom. */
const keptFor = seconds(1)
const patience = seconds(2)

/**
 * Whether a process can do its work. Redis and the model are not asked for: without either it still can. `migrations` are
 * the names of those that its version was written for; more may be applied, since the next version migrates first.
 */
export function createReadiness({
  pool,
  migrations,
}: {
  pool: pg.Pool
  migrations: readonly string[]
}): Readiness {
  let isStopping = false
  let isMigrated = false
  let last: { at: number; answer: Promise<NotReady | null> } | null = null

  async function look(): Promise<NotReady | null> {
    if (isMigrated) {
      await pool.query('select 1')
      return null
    }
    const { rows } = await pool.query<{ migration_name: string }>(
      'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    const applied = new Set(rows.map((row) => row.migration_name))
    isMigrated = migrations.every((name) => applied.has(name))
    return isMigrated ? null : 'migrations'
  }

  function inTime(looking: Promise<NotReady | null>): Promise<NotReady | null> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<NotReady>((resolve) => {
      timer = setTimeout(() => resolve('database'), patience)
    })
    return Promise.race([looking.catch((): NotReady => 'database'), late]).finally(() => clearTimeout(timer))
  }

  return {
    async whyNot() {
      if (isStopping) return 'stopping'
      const now = performance.now()
      if (!last || now - last.at >= keptFor) last = { at: now, answer: inTime(look()) }
      const answer = await last.answer
      return isStopping ? 'stopping' : answer
    },
    beginStop() {
      isStopping = true
    },
    isStopping: () => isStopping,
  }
}

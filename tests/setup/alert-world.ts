import { beforeEach } from 'vitest'
import { type EvaluateOptions, evaluateAlerts } from '#app/features/alerts/evaluate-alerts.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import type { TestDatabase } from './test-database.ts'

const minute = 60_000
const tables =
  'alerts, alert_posts, measure_minutes, measure_hours, measure_sources, watch_marks, component_days'
const processes = ['web', 'worker'] as const
type Process = (typeof processes)[number]

/**
 * A Threadr that is watched, over a test database: time passes for its rules as a test wants it, and its processes are alive
 * unless the test says otherwise. Each test begins with nothing that was ever counted, queued or broken.
 */
export function alertWorld(database: TestDatabase, given: Partial<EvaluateOptions> = {}) {
  const sealer = createSealer(['a-key-of-the-tests-000000000000000001'])
  let now = new Date()
  const gone = new Set<Process>()

  beforeEach(async () => {
    now = new Date()
    gone.clear()
    await database.owner.pool.query(`truncate ${tables} cascade`)
    for (const table of ['mails', 'circuit_breakers', 'stripe_events', 'digest_settings', 'incident_notes'])
      await database.owner.pool.query(`delete from ${table}`)
    await database.owner.pool.query('delete from graphile_worker._private_jobs')
    await database.owner.pool.query('delete from worker_pools')
  })

  /** Says of each process that isn't gone that it is alive at this moment, as its heartbeat and its measures do. */
  async function pulse(): Promise<void> {
    const { pool } = database.owner
    if (!gone.has('worker')) {
      await pool.query(
        `insert into worker_pools (id, lane, seen_at) values ('pool-of-the-test', 'service', $1)
         on conflict (id) do update set seen_at = excluded.seen_at`,
        [now],
      )
      // What alerts write would else wait for a worker that isn't here, and be an alert itself.
      await pool.query(
        `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
         where t.id = j.task_id and t.identifier in ('send_mail', 'post_alert')`,
      )
    }
    for (const kind of processes) {
      if (gone.has(kind)) continue
      await pool.query(
        `insert into measure_sources (id, kind, batch, seen_at)
         values (md5($1)::uuid, $1, 0, $2) on conflict (id) do update set seen_at = excluded.seen_at`,
        [kind, now],
      )
      await seed('threadr_beats', { process: kind }, 1, now)
    }
  }

  /** Has something counted at a moment, which may be weeks ago. */
  async function seed(name: string, labels: Record<string, string>, value: number, at: Date): Promise<void> {
    for (const table of ['minute', 'hour'])
      await database.owner.pool.query(
        `insert into measure_${table}s as m (${table}, name, labels, value)
         values (date_trunc('${table}', $1::timestamptz), $2, $3, $4)
         on conflict (name, ${table}, labels) do update set value = m.value + excluded.value`,
        [at, name, JSON.stringify(labels), value],
      )
  }

  /** One look at the rules, by the owner as workers do; `as` has the web process do it. */
  const look = (as: 'owner' | 'app' = 'owner') =>
    evaluateAlerts(
      {
        prisma: database[as].prisma,
        sealer,
        appUrl: 'https://threadr.example',
        emails: ['ops@example.com'],
        posts: false,
        countsAbsence: true,
        ...given,
      },
      now,
    )

  /** Lets minutes pass; after each, or so many of them, the rules are looked at once. */
  async function pass(minutes: number, step = 1): Promise<void> {
    for (let passed = 0; passed < minutes; passed += step) {
      now = new Date(now.getTime() + step * minute)
      await pulse()
      await look()
    }
  }

  /** The rules that fire, whether somebody has acknowledged that or not. */
  async function firing(): Promise<string[]> {
    const alerts = await database.owner.prisma.alert.findMany({
      where: { state: { in: ['firing', 'acknowledged'] } },
    })
    return alerts.map(({ rule }) => rule).toSorted()
  }
  const alertOf = (rule: string) =>
    database.owner.prisma.alert.findFirstOrThrow({ where: { rule }, orderBy: { id: 'desc' } })
  const ago = (minutes: number) => new Date(now.getTime() - minutes * minute)

  return {
    sealer,
    pulse,
    seed,
    look,
    pass,
    firing,
    alertOf,
    ago,
    /** Processes of a kind die without a word, or are there again. */
    die: (kind: Process) => gone.add(kind),
    rise: (kind: Process) => gone.delete(kind),
    now: () => now,
  }
}

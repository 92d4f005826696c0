import type { Health } from '#app/features/health/read-health.ts'

export type Finding = {
  name: string
  /** Whether somebody has to do something about it. */
  isWell: boolean
  says: string
  /** More of it, where there is more to say. */
  detail?: string
  /** A moment that belongs to it, as an ISO date, after the word that says what it is. */
  since?: { word: string; iso: string } | undefined
}

export type ShownHealth = {
  findings: Finding[]
  queue: Health['queue']
  breakers: { name: string; failures: number; openedAt: string | null }[]
}

/** After this much silence a worker counts as dead; jobs/heartbeat.ts gives its jobs back then. */
const deadAfterMs = 15_000
/** Jobs that are due wait for a second or two; after this long, for more workers. */
const longWaitSeconds = 120

/** What the page says of how things stand: first what each of them is, then what it means. */
export function shownHealth(health: Health, now = new Date()): ShownHealth {
  return {
    findings: [
      databaseFinding(health.database),
      ...replicaFindings(health.replica),
      redisFinding(health.redis),
      workersFinding(health.workers, now),
      queueFinding(health.queue),
      breakersFinding(health.breakers),
      mailFinding(health.mail),
      diskFinding(health.disk),
    ],
    queue: health.queue,
    breakers: health.breakers.map((each) => ({ ...each, openedAt: each.openedAt?.toISOString() ?? null })),
  }
}

function databaseFinding({ version, bytes, connections, most, ms, missing }: Health['database']): Finding {
  const detail = `PostgreSQL ${version.split(' ')[0]}, ${size(bytes)}, ${connections} of ${most} connections`
  if (missing.length > 0)
    return {
      name: 'Database',
      isWell: false,
      says: `${missing.length} of this version’s migrations are not applied. Run npm run migrate.`,
      detail: missing.join(', '),
    }
  const isFull = connections > most * 0.9
  return {
    name: 'Database',
    isWell: !isFull,
    says: isFull
      ? 'Nearly all its connections are taken.'
      : `Answers within ${Math.max(1, ms)} ms; every migration is applied.`,
    detail,
  }
}

/** None where there is none: nothing is lacking then. */
function replicaFindings(replica: Health['replica']): Finding[] {
  if (replica.state === 'none') return []
  const finding = { name: 'Replica', isWell: replica.state === 'used' }
  if (replica.state === 'used')
    return [{ ...finding, says: `Answers what may be stale; ${age(replica.lagMs)} behind at most.` }]
  const detail = 'The primary answers in its place, for this web process.'
  return [{ ...finding, says: replicaTrouble(replica), detail }]
}

type Troubled = Exclude<Health['replica'], { state: 'none' | 'used' }>
function replicaTrouble(replica: Troubled): string {
  switch (replica.state) {
    case 'behind':
      return replica.lagMs === null
        ? 'Has too much to catch up with.'
        : `Is ${age(replica.lagMs)} behind, and is used again below ${age(replica.mostLagMs)}.`
    case 'gone':
      return `Does not answer: ${replica.reason}.`
    case 'foreign':
      return 'Is no standby that follows this database. Check DATABASE_REPLICA_URL.'
    case 'resting':
      return 'Failed at five reads in a row. One read every ten seconds looks whether it is well again.'
  }
}

/** In whole seconds, a begun one for one; `duration` takes longer ones further. */
const age = (ms: number) => duration(Math.max(1, ms / 1000))

function redisFinding({ kind, answerMs }: Health['redis']): Finding {
  if (kind === 'in-process')
    return {
      name: 'Redis',
      isWell: true,
      says: 'There is none: each process keeps for itself what Redis would hold.',
      detail: 'Right for one web process. With several, set REDIS_URL, so that they share it.',
    }
  return {
    name: 'Redis',
    isWell: answerMs !== null,
    says:
      answerMs === null
        ? 'Does not answer. Threadr goes on without it; limits are counted by the database.'
        : `Answers within ${Math.max(1, answerMs)} ms.`,
    ...(kind === 'redis-cluster' && { detail: 'A cluster.' }),
    ...(kind === 'redis-sentinel' && { detail: 'Sentinels say where it is.' }),
  }
}

function workersFinding(workers: Health['workers'], now: Date): Finding {
  const serving = workers.filter(({ lane }) => lane === 'service')
  const alive = serving.filter(({ seenAt }) => now.getTime() - seenAt.getTime() < deadAfterMs)
  const commands = workers.length - serving.length
  return {
    name: 'Workers',
    isWell: alive.length > 0,
    says:
      alive.length === 0
        ? 'None lives: nothing is written and no mail is sent. Start one.'
        : `${alive.length} alive.`,
    ...(commands > 0 && { detail: `Beside ${commands} of commands.` }),
    since: moment('Last heard', serving[0]?.seenAt ?? null),
  }
}

function queueFinding(queue: Health['queue']): Finding {
  const sum = (count: 'ready' | 'running' | 'failed') => queue.reduce((total, row) => total + row[count], 0)
  const age = Math.max(0, ...queue.map(({ ageSeconds }) => ageSeconds))
  const isLate = age > longWaitSeconds
  const failed = sum('failed')
  return {
    name: 'Queue',
    isWell: !isLate && failed === 0,
    says: isLate
      ? `The oldest job that is due has waited for ${duration(age)}.`
      : sum('ready') === 0
        ? 'Nothing waits.'
        : `${sum('ready')} due, the oldest for ${duration(age)}.`,
    detail: `${sum('running')} running, ${failed} failed for good.`,
  }
}

function breakersFinding(breakers: Health['breakers']): Finding {
  const open = breakers.filter(({ openedAt }) => openedAt !== null)
  return {
    name: 'Breakers',
    isWell: open.length === 0,
    says:
      open.length === 0
        ? 'None is open: whoever Threadr asks, answers.'
        : `Left alone after failing: ${open.map(({ name }) => name).join(', ')}.`,
  }
}

function mailFinding({ lastSentAt, waitingSince, ways, isNeeded }: Health['mail']): Finding {
  return {
    name: 'Mail',
    isWell: ways.length > 0 || !isNeeded,
    says:
      ways.length === 0 ? 'Nothing sends: messages stay in the outbox.' : `Goes by ${ways.join(', then ')}.`,
    detail: lastSentAt === null ? 'None was sent yet.' : '',
    since: moment('Last sent', lastSentAt) ?? moment('The oldest that waits was written', waitingSince),
  }
}

function diskFinding(disk: Health['disk']): Finding {
  if (!disk)
    return { name: 'Files', isWell: true, says: 'Are kept in a bucket, or can’t be measured from here.' }
  const isLow = disk.free < disk.size * 0.1
  return {
    name: 'Files',
    isWell: !isLow,
    says: `${size(disk.free)} of ${size(disk.size)} are free${isLow ? ': make room' : ''}.`,
  }
}

const moment = (word: string, at: Date | null) => (at ? { word, iso: at.toISOString() } : undefined)

/** In the unit that leaves it below a thousand. */
function size(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1000)))
  const value = bytes / 1000 ** power
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`
}

/** Whole seconds, minutes or hours. */
export function duration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`
  return `${Math.round(seconds / 3600)} h`
}

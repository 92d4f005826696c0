import type { Figure } from '../ratio.ts'
import type { Cost } from './costs.ts'
import { deedsAnHour, type Played, type Times } from './person-model.ts'
import type { Measured } from './play-in-process.ts'
import type { TableSizes } from './thread-size.ts'
import { sum } from './used.ts'

/** What was measured on what. */
type Of = { people: number; cores: number; webs: number; workers: number }

/** Nothing is judged by it. */
const told = (name: string, ratio: number): Figure => ({ name, ratio, bar: null })

const timesTold = (name: string, { count, p50, p95, p99 }: Times) =>
  told(`${name}: p95 ms (p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)}, ${count} of them)`, p95)

/** What a request of each kind takes, and a thread. */
export function costsTold(
  requests: Record<string, Cost>,
  thread: { cost: Cost; sizes: TableSizes; changes: number },
): Figure[] {
  const cost = (kind: string, { web, worker, postgres, logBytes }: Cost, hasWorker: boolean) => [
    told(`${kind}: CPU-ms of web`, web),
    ...(hasWorker ? [told(`${kind}: CPU-ms of worker`, worker)] : []),
    ...(postgres === null ? [] : [told(`${kind}: CPU-ms of PostgreSQL`, postgres)]),
    told(`${kind}: bytes of PostgreSQL’s log`, logBytes),
  ]
  const sizes = Object.entries(thread.sizes)
  return [
    ...Object.entries(requests).flatMap(([kind, each]) => cost(kind, each, false)),
    ...cost('a thread from the form to its end', thread.cost, true),
    told('a thread: bytes in all tables, with indexes', sum(sizes.map(([, { bytes }]) => bytes))),
    told('a thread: changes that are told of at once', thread.changes),
    told('a thread: rows in all tables', sum(sizes.map(([, { rows }]) => rows))),
    ...sizes
      .slice(0, 12)
      .map(([name, { bytes, rows }]) => told(`a thread: bytes in ${name} (${rows.toFixed(1)} rows)`, bytes)),
  ]
}

const requestsASecond = ({ requests, measuredSeconds }: Played) =>
  sum(Object.values(requests).map(({ count }) => count)) / measuredSeconds

/** What the people met, and how well they were played. */
export function loadTold(played: Played, { people }: Of): Figure[] {
  const { requests, firstTweet, ready, apart, lagMs, cpuShare, connections } = played
  const deeds = Object.entries(deedsAnHour).map(([name, rate]) => `${name} ${rate}`)
  return [
    told(
      `requests a second of ${people} people, of whom each in an hour does ${deeds.join(', ')}`,
      requestsASecond(played),
    ),
    told('connections open at once, at most', connections),
    ...Object.entries(requests).map(([kind, each]) => timesTold(kind, each)),
    timesTold('first tweet seen after the form was taken', firstTweet),
    timesTold('thread ready after the form was taken', ready),
    told('answers of 409 and 429', sum(Object.values(apart))),
    told(
      `event loop of the people’s own process late, p99 ms (p50 ${lagMs.p50.toFixed(1)}, most ${lagMs.max.toFixed(0)})`,
      lagMs.p99,
    ),
    told('share of a core that the people’s own process took', cpuShare),
  ]
}

/** How far each of what may run out was used, by us alone; the first of them is used up first. */
function sharesOf({ used, played }: Measured, { cores }: Of): [what: string, share: number][] {
  const seconds = played.measuredSeconds
  const postgres = used.postgres ?? 0
  const together = sum(used.web) + sum(used.worker) + postgres
  const shares: [string, number][] = [
    ['the busiest web process, of a core', Math.max(...used.web) / seconds],
    ['the busiest worker, of a core', Math.max(...used.worker) / seconds],
    [`PostgreSQL, of ${cores} cores`, postgres / seconds / cores],
    [`web, workers and PostgreSQL together, of ${cores} cores`, together / seconds / cores],
  ]
  return shares.toSorted(([, one], [, other]) => other - one)
}

export function usedTold(measured: Measured, of: Of): Figure[] {
  const { used, waits, played } = measured
  const shares = sharesOf(measured, of)
  const [[first, share] = ['nothing', Number.NaN]] = shares
  return [
    ...shares.map(([what, each]) => told(`CPU of ${what}`, each)),
    told(
      `CPU of the machine, of ${of.cores} cores, with all else that runs on it`,
      used.machine / played.measuredSeconds / of.cores,
    ),
    told('memory of a web process, most MB', waits.webMegabytes),
    told('memory of a worker, most MB', waits.workerMegabytes),
    told('event loop of a web process late, p99 of ten seconds, most ms', waits.webLagMs),
    told('event loop of a worker late, p99 of ten seconds, most ms', waits.workerLagMs),
    told('requests that waited for a connection in a web process, most at once', waits.webPoolWaiting),
    told('oldest job that waited for a worker, most seconds', waits.queueSeconds),
    told(
      `people at whom the CPU of ${first} is used up, which is first (${of.webs} web, ${of.workers} worker processes)`,
      of.people / share,
    ),
  ]
}

/** The same people in a hurry: what still comes through, and what gives way. */
export function hurryTold(measured: Measured, readyOnce: number, hurry: number, of: Of): Figure[] {
  const { played, waits } = measured
  const how = `${hurry} times as often`
  return [
    told(`${how}: requests a second`, requestsASecond(played)),
    told(`${how}: requests that failed`, sum(Object.values(played.failures))),
    told(`${how}: threads ready, once, of ${played.threadIds.length}`, readyOnce / played.threadIds.length),
    ...Object.entries(played.requests)
      .filter(([kind]) => ['search', 'save', 'thread page', 'submit', 'progress (held)'].includes(kind))
      .map(([kind, times]) => timesTold(`${how}: ${kind}`, times)),
    timesTold(`${how}: first tweet seen`, played.firstTweet),
    ...sharesOf(measured, of).map(([what, share]) => told(`${how}: CPU of ${what}`, share)),
    told(`${how}: event loop of a web process late, most ms`, waits.webLagMs),
    told(`${how}: requests that waited for a connection, most at once`, waits.webPoolWaiting),
    told(`${how}: oldest job that waited for a worker, most seconds`, waits.queueSeconds),
  ]
}

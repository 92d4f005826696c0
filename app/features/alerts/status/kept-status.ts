import type pg from 'pg'
import type { Db } from '#app/platform/db.server.ts'
import { hours, seconds } from '#app/platform/durations.ts'
import type { Component } from '../components.ts'
import { readStatus, type Status } from './read-status.ts'

/** So long a process gives the same answer to everybody: the page is asked most when least can be answered. */
const keptFor = seconds(20)
/** After so long without the database nothing is told any more. */
const usableFor = hours(24)

type Kept = { asked: Promise<Status>; at: number; last: Status | null }
const kept = new WeakMap<pg.Pool, Kept>()

/**
 * The status, read at most every 20 seconds by a process, by one of those who ask at once. Where the database can't be reached,
 * what was last read with the pages as down, which is then what they are. Throws where nothing was read within a day.
 */
export async function keptStatus(
  database: { prisma: Db; pool: pg.Pool },
  shown: readonly Component[],
  now = new Date(),
): Promise<Status> {
  const before = kept.get(database.pool)
  if (before && now.getTime() - before.at < keptFor) return answer(before, now)
  const next: Kept = {
    asked: readStatus(database, shown, now),
    at: now.getTime(),
    last: before?.last ?? null,
  }
  kept.set(database.pool, next)
  return answer(next, now)
}

async function answer(given: Kept, now: Date): Promise<Status> {
  try {
    given.last = await given.asked
    return given.last
  } catch (error) {
    const { last } = given
    if (!last || now.getTime() - Date.parse(last.at) > usableFor) throw error
    return {
      ...last,
      components: last.components.map((each) => (each.name === 'web' ? { ...each, state: 'down' } : each)),
    }
  }
}

import type pg from 'pg'
import { currentWork, withinWork } from '../work.server.ts'
import type { Span } from './span.ts'

/**
 * Makes a span of each statement that runs within traced work, with its text and without its values. It hooks into the pool,
 * which Prisma uses too, and is called before the first connection is made.
 */
export function traceQueries(pool: pg.Pool): void {
  const connect = pool.connect.bind(pool)
  // Who waits for a connection is called back by whoever gives one back; it stays its own work nonetheless.
  Object.assign(pool, {
    connect: (...given: unknown[]) => {
      const work = currentWork()
      const within = (each: unknown) =>
        work && isFunction(each) ? (...told: unknown[]) => withinWork(work, () => each(...told)) : each
      return Reflect.apply(connect, pool, given.map(within))
    },
  })
  pool.on('connect', (client) => {
    const query = client.query.bind(client)
    Object.assign(client, {
      query(...given: unknown[]) {
        const parent = currentWork()?.span
        const text = textOf(given[0])
        if (!parent || text === null) return Reflect.apply(query, client, given)
        const span = parent.child(text.trim().split(/\s/, 1)[0]?.toLowerCase() ?? 'query', 'client', {
          'db.system.name': 'postgresql',
          'db.query.text': text,
        })
        return watched(span, given, (watching) => Reflect.apply(query, client, watching))
      },
    })
  })
}

/** Ends a span with what a query ends with, be it asked for by a callback or by a promise. */
function watched(span: Span, given: unknown[], run: (given: unknown[]) => unknown): unknown {
  const last = given.at(-1)
  if (isFunction(last)) {
    const told = (error: unknown, ...rest: unknown[]) => {
      span.end(error ?? undefined)
      return last(error, ...rest)
    }
    return run([...given.slice(0, -1), told])
  }
  const answer = run(given)
  if (answer instanceof Promise)
    answer.then(
      () => span.end(),
      (error: unknown) => span.end(error),
    )
  else span.end()
  return answer
}

const isFunction = (value: unknown): value is (...given: unknown[]) => unknown => typeof value === 'function'

/** A statement's text; null for what is no statement, such as a cursor, which pg runs by itself. */
function textOf(query: unknown): string | null {
  if (typeof query === 'string') return query
  if (typeof query !== 'object' || query === null || 'submit' in query || !('text' in query)) return null
  return typeof query.text === 'string' ? query.text : null
}

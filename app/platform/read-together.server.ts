import DataLoader from 'dataloader'
import type pg from 'pg'

/** Rows a statement at most. */
const mostTogether = 100

/**
 * Makes one statement of all that is asked for in one turn of the event loop, by as many requests as there are, since a
 * statement costs a process as much as the rest of a small answer. Nothing is remembered: an answer is as new as if each had
 * asked by itself. `read` gives for each key, in their order, what there is; where it throws, all who asked together hear of it.
 */
export function readingTogether<Key, Row>(
  read: (pool: pg.Pool, keys: readonly Key[]) => Promise<Row[]>,
): (pool: pg.Pool, key: Key) => Promise<Row> {
  const readers = new WeakMap<pg.Pool, DataLoader<Key, Row>>()
  const readerOf = (pool: pg.Pool) =>
    new DataLoader<Key, Row>((keys) => read(pool, keys), {
      cache: false,
      maxBatchSize: mostTogether,
      // Once every request that has come by now has been begun.
      batchScheduleFn: (begin) => void setImmediate(begin),
    })
  return (pool, key) => {
    const reader = readers.get(pool) ?? readerOf(pool)
    readers.set(pool, reader)
    return reader.load(key)
  }
}

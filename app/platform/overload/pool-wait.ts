import type pg from 'pg'

/**
 * Gives how long a connection is waited for, in milliseconds, by standing in the queue as well whenever there is one; what is
 * waited for at the moment counts as far as it goes.
 */
export function watchPoolWait(pool: pg.Pool): () => number {
  let began: number | null = null
  let last = 0
  async function stand(since: number): Promise<void> {
    began = since
    // That none came is told by the time it took.
    await pool.connect().then(
      (client) => client.release(),
      () => {},
    )
    last = performance.now() - since
    began = null
  }
  return () => {
    if (began !== null) return Math.max(last, performance.now() - began)
    const known = last
    last = 0
    if (pool.waitingCount > 0) void stand(performance.now())
    return known
  }
}

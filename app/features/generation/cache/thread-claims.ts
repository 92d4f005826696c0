import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { seconds } from '#app/platform/durations.ts'
import type { Notifications } from '#app/platform/notifications.server.ts'
import { generationChannel } from '../generation-channel.ts'

/** How long a claim holds by itself, and how often its holder puts that off: a dead one is in the way so long. */
const holdsFor = seconds(5)
const renewedEvery = seconds(1.5)
/** How often one who waits looks without having heard anything. */
const looksEvery = seconds(1)

export type Turn<Found> =
  | { type: 'mine'; release(): Promise<void> }
  /** What was waited for is there. */
  | { type: 'found'; found: Found }
  /** Nobody finished in time. */
  | { type: 'gave-up' }

const topicOf = (key: string) => `thread-cache:${key}`

/**
 * Waits until nobody else is at work on a key, in any process, and takes it, or until `look` finds what is worked on,
 * or until `giveUpAt`. A claim lies in a row with a time limit rather than in a lock, so that no connection is held
 * while a model writes. Throws the signal's reason.
 */
export async function takeTurn<Found>(
  { pool, notifications }: { pool: pg.Pool; notifications: Notifications },
  key: string,
  wait: { signal: AbortSignal; giveUpAt: number; look: () => Promise<Found | null> },
): Promise<Turn<Found>> {
  const holder = uuidv7()
  for (;;) {
    wait.signal.throwIfAborted()
    const heardOrNot = new AbortController()
    const signal = AbortSignal.any([wait.signal, heardOrNot.signal])
    // Begun before the look, so that what happens in between is heard.
    const heard = notifications.wait(topicOf(key), { timeoutMs: looksEvery, signal })
    try {
      const isMine = await claim(pool, key, holder)
      // Whoever had it may have finished since the last look.
      const found = await wait.look()
      if (isMine) {
        const release = holdOn(pool, key, holder)
        if (found === null) return { type: 'mine', release }
        await release()
      }
      if (found !== null) return { type: 'found', found }
      if (Date.now() >= wait.giveUpAt) return { type: 'gave-up' }
      await heard
    } finally {
      heardOrNot.abort()
    }
  }
}

async function claim(pool: pg.Pool, key: string, holder: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into thread_claims as held (key, holder, until) values ($1, $2, now() + $3 * interval '1 millisecond')
     on conflict (key) do update set holder = excluded.holder, until = excluded.until
     where held.until < now() or held.holder = excluded.holder`,
    [key, holder, holdsFor],
  )
  return rowCount === 1
}

/** Keeps a claim until it is given back. A renewal that fails is made up for by the next, or the claim runs out. */
function holdOn(pool: pg.Pool, key: string, holder: string): () => Promise<void> {
  const timer = setInterval(() => claim(pool, key, holder).catch(() => false), renewedEvery)
  return async () => {
    clearInterval(timer)
    await pool
      .query(
        `with gone as (delete from thread_claims where key = $1 and holder = $2 returning key)
         select pg_notify('${generationChannel}', $3) from gone`,
        [key, holder, topicOf(key)],
      )
      .catch(() => {})
  }
}

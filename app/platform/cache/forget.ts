import { setTimeout as sleep } from 'node:timers/promises'
import { seconds } from '../durations.ts'
import type { Redis } from '../redis/redis.ts'

const triesEvery = seconds(0.25)

/**
 * Takes what was changed in the database out of Redis, and keeps it out for as long as an answer lives there: who had read
 * the database just before puts nothing old in its place (`setNew` finds the mark, and whoever reads it asks the database).
 * Where Redis does not answer us, though it may answer others, it is told again until it has heard, or the answer is over.
 */
export async function forget(redis: Redis, key: string, livesFor: number): Promise<void> {
  if (await redis.set(key, mark, livesFor)) return
  void tellAgain(redis, key, livesFor)
}

/** No answer is this: all of them are JSON or a word. */
const mark = ''

async function tellAgain(redis: Redis, key: string, livesFor: number): Promise<void> {
  const overAt = Date.now() + livesFor
  while (Date.now() < overAt) {
    await sleep(triesEvery, undefined, { ref: false })
    if (await redis.set(key, mark, livesFor)) return
  }
}

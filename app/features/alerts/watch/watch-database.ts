import { v7 as uuidv7 } from 'uuid'
import type { PostText } from '#app/integrations/alert-webhook/post-text.ts'
import type { Db } from '#app/platform/db.server.ts'
import { seconds } from '#app/platform/durations.ts'
import { rules } from '../rules.ts'
import { alertText } from '../telling/alert-words.ts'

const rule = 'database-gone'

type WatchOptions = { prisma: Db; post: PostText | null; appUrl: string }

/**
 * What a web process makes of reaching the database or not, time after time. Where the database is gone there is nothing to keep
 * an alert in, so the process remembers it: it posts it once it has lasted, and again when it is over, and then writes down what
 * was, once for all processes. Mail can't be sent meanwhile: it lies in the database.
 */
export function createDatabaseWatch({ prisma, post, appUrl }: WatchOptions) {
  let goneSince: Date | null = null
  let isTold = false
  const tell = async (step: 'firing' | 'cleared', pendingAt: Date, now: Date, signal: AbortSignal) => {
    const value = (now.getTime() - pendingAt.getTime()) / 1000
    const alert = { rule, value, pendingAt, firedAt: pendingAt, clearedAt: step === 'cleared' ? now : null }
    const outcome = await post?.(alertText(alert, step, appUrl), signal)
    return outcome?.kind !== 'failed'
  }
  return {
    async failed(signal: AbortSignal, now = new Date()): Promise<void> {
      goneSince ??= now
      const hasLasted = now.getTime() - goneSince.getTime() >= seconds(rules[rule].threshold)
      if (hasLasted && !isTold) isTold = await tell('firing', goneSince, now, signal)
    },
    async reached(signal: AbortSignal, now = new Date()): Promise<void> {
      if (goneSince === null) return
      const since = goneSince
      if (now.getTime() - since.getTime() >= seconds(rules[rule].threshold)) await record(prisma, since, now)
      if (isTold) await tell('cleared', since, now, signal)
      goneSince = null
      isTold = false
    },
  }
}

/** Several processes may have been without it at once: that is one alert. */
async function record(prisma: Db, since: Date, until: Date): Promise<void> {
  await prisma.$executeRaw`
    insert into alerts (id, rule, state, value, pending_at, fired_at, cleared_at, seen_at)
    select ${uuidv7()}::uuid, ${rule}, 'cleared', ${(until.getTime() - since.getTime()) / 1000}, ${since}, ${since}, ${until}, ${until}
    where not exists (select from alerts where rule = ${rule} and cleared_at > ${since})`
}

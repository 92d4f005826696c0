import type { Tx } from '#app/platform/db.server.ts'
import { ownerKey } from '#app/platform/owner.ts'
import { extraThreads } from './plans.ts'

/** What browsers behind one network address get in a day, together: an office may share it, and so may a script. */
const mostForNetwork = 3 * extraThreads

/**
 * Gives a visitor and their network address more threads for today (UTC), in the caller's transaction: once for the browser, and
 * three times for the address. False, with nothing given, where either has had theirs. What is given stands beside what is
 * used, so that taking a thread looks at both in its one statement.
 */
export async function grantExtra(
  tx: Tx,
  { visitorId, addressKey }: { visitorId: string; addressKey: string },
): Promise<boolean> {
  // In the order in which threads are taken, so that nobody waits in a circle.
  const network = `address:${addressKey}`
  if (!(await grant(tx, network, mostForNetwork))) return false
  if (await grant(tx, ownerKey({ visitorId }), extraThreads)) return true
  await tx.$executeRaw`
    update quota_usage set extra = extra - ${extraThreads}
    where subject = ${network} and period = (now() at time zone 'utc')::date`
  return false
}

async function grant(tx: Tx, subject: string, most: number): Promise<boolean> {
  const given = await tx.$executeRaw`
    insert into quota_usage as q (subject, period, used, extra)
    values (${subject}, (now() at time zone 'utc')::date, 0, ${extraThreads})
    on conflict (subject, period) do update set extra = q.extra + ${extraThreads}
    where q.extra + ${extraThreads} <= ${most}`
  return given === 1
}

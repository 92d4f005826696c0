import type { Db } from '#app/platform/db.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { enqueueMany } from '#app/platform/queue/enqueue.ts'
import type { TellingStep } from './telling-step.ts'

const mostAtOnce = 50

/** Posts that nobody is at: their job was lost, or gave way to a process that then failed. */
export async function waitingPosts(prisma: Db): Promise<{ alertId: string; step: TellingStep }[]> {
  const rows = await prisma.$queryRaw<{ alertId: string; step: string }[]>`
    select alert_id as "alertId", step from alert_posts
    where done_at is null and (tried_at is null or tried_at < now() - interval '1 minute')
    order by alert_id, step limit ${mostAtOnce}`
  // A step of another version is left to that.
  return rows.flatMap((row) => jobCatalog.post_alert.payload.safeParse(row).data ?? [])
}

/** Gives each of them a job, where it has none. */
export async function enqueueWaitingPosts(prisma: Db): Promise<void> {
  const waiting = await waitingPosts(prisma)
  if (waiting.length > 0) await enqueueMany(prisma, 'post_alert', waiting)
}

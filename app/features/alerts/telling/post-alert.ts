import type { PostText } from '#app/integrations/alert-webhook/post-text.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { alertText } from './alert-words.ts'
import type { TellingStep } from './telling-step.ts'

/** Of the web process and the worker together. */
const mostTries = 6

export type PostDependencies = {
  prisma: Db
  /** Null where no webhook is set. */
  post: PostText | null
  appUrl: string
  logger: Logger
}

/**
 * Makes a post that is to be made: noted before, so that two who try at once make one, and that it is tried six times at most.
 * A chat knows no keys: where an answer got lost, the same may stand there twice. Throws `alert-not-posted`, retryable, where
 * another try may succeed.
 */
export async function postAlert(
  { prisma, post, appUrl, logger }: PostDependencies,
  { alertId, step }: { alertId: string; step: TellingStep },
  signal: AbortSignal,
): Promise<void> {
  if (!post) return
  const tries = await beginTry(prisma, alertId, step)
  if (tries === null) return
  const alert = await prisma.alert.findUniqueOrThrow({ where: { id: alertId } })
  const outcome = await post(alertText(alert, step, appUrl), signal)
  const isOver = outcome.kind !== 'failed' || tries >= mostTries
  await prisma.alertPost.updateMany({
    where: { alertId, step },
    data: isOver ? { doneAt: new Date() } : { triedAt: null },
  })
  if (outcome.kind === 'taken') return
  if (isOver) return logger.error({ alertId, step, reason: outcome.reason }, 'an alert was not posted')
  throw new AppError('alert-not-posted', `The alert was not posted: ${outcome.reason}.`, {
    status: 502,
    level: 'warn',
    retryable: true,
  })
}

/** Which try this is; null where it is done, or another process is at it. */
async function beginTry(prisma: Db, alertId: string, step: TellingStep): Promise<number | null> {
  const rows = await prisma.$queryRaw<{ tries: number }[]>`
    update alert_posts set tries = tries + 1, tried_at = now()
    where alert_id = ${alertId}::uuid and step = ${step} and done_at is null and tries < ${mostTries}
      and (tried_at is null or tried_at < now() - interval '30 seconds')
    returning tries`
  return rows[0]?.tries ?? null
}

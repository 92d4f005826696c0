import type { MailDependencies } from '#app/features/mail/send-queued-mail.ts'
import { sendQueuedMail } from '#app/features/mail/send-queued-mail.ts'
import type { PostText } from '#app/integrations/alert-webhook/post-text.ts'
import type { SendMail } from '#app/integrations/mail/send-mail.ts'
import { reasonOf } from '#app/platform/error-reason.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { type EvaluateOptions, evaluateAlerts } from '../evaluate-alerts.ts'
import { postAlert } from '../telling/post-alert.ts'
import { waitingPosts } from '../telling/waiting-posts.ts'

export type StandInOptions = Omit<EvaluateOptions, 'posts'> & {
  post: PostText | null
  /** Loaded when there is something to send, which in most web processes there never is. */
  loadSend: (() => Promise<SendMail>) | null
  logger: Logger
}

/** A worker looks at the rules every minute; where none has for so long, none is there. */
const longestUnwatched = '100 seconds'
const mostMails = 50

/**
 * Looks at the rules in the workers' place where none of them does, and then sends and posts what is to be told itself: who
 * else would say that the workers are gone? Gives whether it had to. Throws where the database can't be reached.
 */
export async function standIn(options: StandInOptions, signal: AbortSignal): Promise<boolean> {
  const { prisma } = options
  const [asked] = await prisma.$queryRaw<{ watched: boolean }[]>`
    select exists (select from watch_marks
      where name = 'evaluated' and until > now() - ${longestUnwatched}::interval) as watched`
  if (asked?.watched) return false
  await evaluateAlerts({ ...options, posts: options.post !== null })
  for (const told of await waitingPosts(prisma))
    await postAlert(options, told, signal).catch((error) => log(options, error))
  await sendMails(options, signal)
  return true
}

/** Only of alerts; all other mail waits for a worker. */
async function sendMails(options: StandInOptions, signal: AbortSignal): Promise<void> {
  const { prisma, sealer, logger, loadSend } = options
  if (!loadSend) return
  const mails = await prisma.mail.findMany({
    where: { state: 'waiting', key: { startsWith: 'alert:' } },
    select: { id: true },
    take: mostMails,
  })
  if (mails.length === 0) return
  const dependencies: MailDependencies = { prisma, sealer, logger, send: await loadSend() }
  for (const { id } of mails)
    await sendQueuedMail(dependencies, id, { signal, isLastTry: false }).catch((error) => log(options, error))
}

const log = ({ logger }: StandInOptions, error: unknown) =>
  logger.warn({ reason: reasonOf(error) }, 'an alert could not be told by the web process')

import { paths } from '#app/paths.ts'
import { listHeaders } from '../list-headers.ts'
import type { NewMail } from '../queue-mail.ts'

type Facts = {
  appUrl: string
  threadId: string
  /** What happened, as its page says it. */
  what: string
  stopUrl: string
}

/** For who left the page, and no thread came. */
export function generationFailedMail({
  appUrl,
  threadId,
  what,
  stopUrl,
}: Facts): Omit<NewMail, 'to' | 'key'> {
  return {
    subject: 'Your thread could not be written',
    template: 'generation-failed',
    paragraphs: [what],
    action: { label: 'Look at it', url: appUrl + paths.thread(threadId) },
    links: [{ label: 'Stop mail about threads', url: stopUrl }],
    headers: listHeaders('threads', stopUrl),
  }
}

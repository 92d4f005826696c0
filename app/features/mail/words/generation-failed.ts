import { paths } from '#app/paths.ts'
import { listHeaders } from '../list-headers.ts'
import type { MailWords } from '../queue-mail.ts'

type Failed = {
  appUrl: string
  threadId: string
  /** What went wrong, in whole sentences as the thread's page says it. */
  what: string
  stopUrl: string
}

/** To who left the page of a thread that then could not be written. */
export const generationFailedMail = ({ appUrl, threadId, what, stopUrl }: Failed): MailWords => ({
  template: 'generation-failed',
  subject: 'Your thread could not be written',
  paragraphs: [what, 'On the thread’s page you can try again, or begin with something else.'],
  action: { label: 'Open its page', url: appUrl + paths.thread(threadId) },
  after: ['You get this because you left the page while the thread was written.'],
  links: [{ label: 'Stop such messages', url: stopUrl }],
  headers: listHeaders('threads', stopUrl),
})

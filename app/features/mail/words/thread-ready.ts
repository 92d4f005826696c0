import { paths } from '#app/paths.ts'
import { listHeaders } from '../list-headers.ts'
import type { NewMail } from '../queue-mail.ts'

type Facts = {
  appUrl: string
  threadId: string
  title: string
  /** How many there are, and how many of them the source doesn't fully back. */
  tweets: number
  doubts: number
  stopUrl: string
}

/** For who left the page while their thread was written. */
export function threadReadyMail({
  appUrl,
  threadId,
  title,
  tweets,
  doubts,
  stopUrl,
}: Facts): Omit<NewMail, 'to' | 'key'> {
  const count = `${tweets} ${tweets === 1 ? 'tweet' : 'tweets'}`
  return {
    subject: `Your thread is ready: ${title}`,
    template: 'thread-ready',
    paragraphs: [
      doubts === 0
        ? `“${title}” is written: ${count}, all of them backed by the source.`
        : `“${title}” is written: ${count}. Look at ${doubts} of them, which the source doesn’t fully back.`,
    ],
    action: { label: 'Open the thread', url: appUrl + paths.thread(threadId) },
    links: [{ label: 'Stop mail about threads', url: stopUrl }],
    headers: listHeaders('threads', stopUrl),
  }
}

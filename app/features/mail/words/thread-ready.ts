import { paths } from '#app/paths.ts'
import { listHeaders } from '../list-headers.ts'
import type { MailWords } from '../queue-mail.ts'
import { threadNote } from './thread-note.ts'

type Ready = {
  appUrl: string
  threadId: string
  title: string
  tweets: number
  /** Tweets that the source doesn't fully back. */
  doubts: number
  stopUrl: string
}

/** To who left the page while a thread was written. */
export const threadReadyMail = ({ appUrl, threadId, title, tweets, doubts, stopUrl }: Ready): MailWords => ({
  template: 'thread-ready',
  subject: `Your thread is ready: ${title}`,
  heading: title,
  preview: `${threadNote({ tweetCount: tweets, doubts })}.`,
  paragraphs: [
    `Your thread is ready: ${threadNote({ tweetCount: tweets, doubts })}.`,
    doubts === 0
      ? 'Read it beside its source, change what you would say otherwise, and post it when you like.'
      : `Look at ${doubts === 1 ? 'that one' : 'those'} first: beside each tweet stands what the source says.`,
  ],
  action: { label: 'Open the thread', url: appUrl + paths.thread(threadId) },
  after: ['You get this because you left the page while the thread was written.'],
  links: [{ label: 'Stop such messages', url: stopUrl }],
  headers: listHeaders('threads', stopUrl),
})

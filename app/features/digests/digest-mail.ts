import { listHeaders } from '#app/features/mail/list-headers.ts'
import type { MailSection } from '#app/features/mail/mail-content.ts'
import type { MailWords } from '#app/features/mail/queue-mail.ts'
import { threadNote } from '#app/features/mail/words/thread-note.ts'
import { paths } from '#app/paths.ts'
import { digestParts, pathOf } from './digest-parts.ts'
import type { Digest } from './gather-digest.ts'

type Told = Digest & { rhythm: 'daily' | 'weekly' }

/** What there is, in a line: what asks for something first. */
function newsInLine({ changed, posted, made, waiting }: Digest): string {
  const doubts = [...changed, ...posted, ...made, ...waiting].reduce((sum, each) => sum + each.doubts, 0)
  const said = [
    changed.length > 0 && `${countOf(changed.length, 'source', 'sources')} changed`,
    doubts > 0 && `${countOf(doubts, 'tweet', 'tweets')} to look at`,
    made.length > 0 && countOf(made.length, 'new thread', 'new threads'),
    waiting.length > 0 && `${countOf(waiting.length, 'draft', 'drafts')} waiting`,
    posted.length > 0 && `${countOf(posted.length, 'thread', 'threads')} posted`,
  ].filter((each) => each !== false)
  return said.slice(0, 3).join(', ')
}

const countOf = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** The message of a digest. `stopUrl` is where it is stopped without signing in. */
export function digestMail(told: Told, { appUrl, stopUrl }: { appUrl: string; stopUrl: string }): MailWords {
  const heading = `Your ${told.rhythm === 'daily' ? 'day' : 'week'} on Threadr`
  const sections = digestParts(told).map(
    ({ key, title, about, threads, more }): MailSection => ({
      title,
      about,
      items: threads.map((thread) => ({
        text: thread.title,
        url: appUrl + pathOf(key, thread),
        note: threadNote(thread),
      })),
      more: more ?? undefined,
    }),
  )
  return {
    template: 'digest',
    subject: `${heading}: ${newsInLine(told)}`,
    heading,
    paragraphs: [],
    sections,
    action: { label: 'Open your library', url: appUrl + paths.threads() },
    after: [
      `You get this ${told.rhythm === 'daily' ? 'each day' : 'each week'}, when there is something to say, because you chose so.`,
    ],
    links: [
      { label: 'Choose when it comes', url: appUrl + paths.mail() },
      { label: 'Stop it', url: stopUrl },
    ],
    headers: listHeaders('digest', stopUrl),
  }
}

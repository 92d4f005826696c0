import { cutLine } from './cut-line.ts'
import type { MailContent } from './mail-content.ts'

/** What inboxes show of it, in characters; they cut at 90 to 140. */
const mostShown = 140

/** What an inbox shows beside the subject: what was written for it, else how the message begins. */
export function mailPreview({ preview, paragraphs, sections = [] }: MailContent): string {
  const listed = sections.flatMap(({ items }) => items.map(({ text }) => text))
  return cutLine(preview ?? paragraphs[0] ?? listed.join(' · '), mostShown)
}

import { listHeaders } from '../list-headers.ts'
import type { MailLink, MailSection } from '../mail-content.ts'
import type { NewMail } from '../queue-mail.ts'

type Letter = {
  subject: string
  paragraphs: string[]
  sections?: MailSection[]
  action?: MailLink
  stopUrl: string
  /** `sequence` for the few that come after somebody has left their address. */
  template?: 'newsletter' | 'sequence'
}

/** A letter of the newsletter. */
export const newsletterMail = ({
  stopUrl,
  template = 'newsletter',
  ...letter
}: Letter): Omit<NewMail, 'to' | 'key'> => ({
  ...letter,
  template,
  after: ['You get this because you asked for the newsletter.'],
  links: [{ label: 'Stop the newsletter', url: stopUrl }],
  headers: listHeaders('news', stopUrl),
})

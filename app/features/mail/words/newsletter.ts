import type { MailLink, MailSection } from '../mail-content.ts'
import type { NewMail } from '../queue-mail.ts'
import { listHeaders } from './list-headers.ts'

type Letter = {
  subject: string
  paragraphs: string[]
  sections?: MailSection[]
  action?: MailLink
  stopUrl: string
}

/** A letter of the newsletter. */
export const newsletterMail = ({ stopUrl, ...letter }: Letter): Omit<NewMail, 'to' | 'key'> => ({
  ...letter,
  template: 'newsletter',
  after: ['You get this because you asked for the newsletter.'],
  links: [{ label: 'Stop the newsletter', url: stopUrl }],
  headers: listHeaders('news', new URL(stopUrl).origin, stopUrl),
})

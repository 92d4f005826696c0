import { listHeaders } from '../list-headers.ts'
import type { MailContent } from '../mail-content.ts'
import type { MailWords } from '../queue-mail.ts'

type News = Pick<MailContent, 'paragraphs' | 'sections' | 'action' | 'preview'> & {
  subject: string
  stopUrl: string
  /** `sequence` for the few that follow when somebody has left their address. */
  template?: 'newsletter' | 'sequence'
}

/** To who asked for news. */
export const newsletterMail = ({ subject, stopUrl, template = 'newsletter', ...words }: News): MailWords => ({
  template,
  subject,
  ...words,
  after: ['You get this because you asked for news of Threadr by mail.'],
  links: [{ label: 'Stop the news', url: stopUrl }],
  headers: listHeaders('news', stopUrl),
})

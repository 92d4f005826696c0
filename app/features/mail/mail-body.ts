import type { MailContent } from './mail-content.ts'
import { mailText } from './mail-text.ts'

export type MailBody = { text: string; html: string }

/**
 * A message as text and as HTML that reads well by day and by night; every part of it is escaped. What draws it is loaded
 * when the first one is, since most of what runs here never draws any.
 */
export async function mailBody(content: MailContent): Promise<MailBody> {
  const { renderMail } = await import('./render-mail.tsx')
  return { text: mailText(content), html: await renderMail(content) }
}

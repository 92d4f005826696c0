import { mailBody } from '#app/features/mail/mail-body.ts'
import { mailPreview } from '#app/features/mail/mail-preview.ts'
import { type MailWords, titled } from '#app/features/mail/queue-mail.ts'
import { mailTemplates } from '#app/features/mail/templates.ts'

/** A message as it would be sent, with what a mail program sees beside it. */
export async function previewMail(words: MailWords) {
  const { template, subject, ...content } = titled(words)
  const { html, text } = await mailBody(content)
  const facts = [
    { name: 'Name', value: template },
    { name: 'Kind', value: mailTemplates[template] },
    { name: 'In the inbox', value: mailPreview(content) },
    { name: 'HTML', value: `${Buffer.byteLength(html).toLocaleString('en')} bytes` },
    ...Object.entries(content.headers ?? {}).map(([name, value]) => ({ name, value })),
  ]
  return { name: template, subject, html, text, facts }
}

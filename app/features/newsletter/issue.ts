import { z } from 'zod'
import type { MailWords } from '#app/features/mail/queue-mail.ts'
import { newsletterMail } from '#app/features/mail/words/newsletter.ts'

const line = (most: number, whatFor: string) =>
  z
    .string()
    .transform((typed) => typed.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(most, `${whatFor} may have ${most} characters.`))
/** Of a text, in UTF-16 units: five times as long as anybody reads in a mail, and far from what mail programs cut. */
const mostOfText = 10_000
const empty = z.literal('').transform(() => null)

/** An issue as its form gives it. */
export const issueSchema = z
  .object({
    subject: line(150, 'A subject').pipe(z.string().min(1, 'Give it a subject.')),
    preview: line(140, 'What stands beside the subject'),
    text: z
      .string()
      .transform((typed) => typed.replace(/\r\n?/gu, '\n').trim())
      .pipe(
        z
          .string()
          .min(1, 'Write what it says.')
          .max(mostOfText, `A text may have ${mostOfText.toLocaleString('en')} characters.`),
      ),
    actionLabel: line(60, 'A button').pipe(z.union([empty, z.string()])),
    actionUrl: z
      .string()
      .trim()
      .pipe(z.union([empty, z.url({ protocol: /^https?$/, error: 'Give a whole address, https://…' })])),
  })
  .superRefine(({ actionLabel, actionUrl }, context) => {
    if (actionLabel !== null && actionUrl === null)
      context.addIssue({ code: 'custom', path: ['actionUrl'], message: 'Say where the button leads.' })
    if (actionLabel === null && actionUrl !== null)
      context.addIssue({ code: 'custom', path: ['actionLabel'], message: 'Say what stands on the button.' })
  })
export type IssueWords = z.infer<typeof issueSchema>

/** What an issue says, as a message to who stops the newsletter by `stopUrl`. */
export function issueMail(
  { subject, preview, text, actionLabel, actionUrl }: IssueWords,
  stopUrl: string,
): MailWords {
  const paragraphs = text.split(/\n\s*\n/u).map((paragraph) => paragraph.trim().replace(/\s*\n\s*/gu, ' '))
  return newsletterMail({
    subject,
    ...(preview !== '' && { preview }),
    paragraphs,
    ...(actionLabel !== null && actionUrl !== null && { action: { label: actionLabel, url: actionUrl } }),
    stopUrl,
  })
}

/** What the keys of an issue's messages begin with. */
export const keyOfIssue = (issueId: string): string => `issue:${issueId}:`

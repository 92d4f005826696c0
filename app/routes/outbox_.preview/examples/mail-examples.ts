import type { MailWords } from '#app/features/mail/queue-mail.ts'
import type { TemplateName } from '#app/features/mail/templates.ts'
import { accountExamples } from './account-examples.ts'
import { alertExamples } from './alert-examples.ts'
import { planExamples } from './plan-examples.ts'
import { threadExamples } from './thread-examples.ts'

/** Every message there is, as somebody might get it. They stand here since features of every floor write messages. */
export const mailExamples = (appUrl: string): Record<TemplateName, MailWords> => ({
  ...accountExamples(appUrl),
  ...planExamples(appUrl),
  ...threadExamples(appUrl),
  ...alertExamples(appUrl),
})

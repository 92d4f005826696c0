import { type MailDependencies, sendQueuedMail } from '#app/features/mail/send-queued-mail.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const sendMailTask = (dependencies: MailDependencies) =>
  runTask('send_mail', jobCatalog.send_mail.payload, dependencies.logger, ({ mailId }, context) =>
    sendQueuedMail(dependencies, mailId, context),
  )

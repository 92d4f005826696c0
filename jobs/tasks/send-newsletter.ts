import { writeIssue } from '#app/features/newsletter/write-issue.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

type Dependencies = Parameters<typeof writeIssue>[0] & { logger: Logger }

export const sendNewsletterTask = ({ logger, ...dependencies }: Dependencies) =>
  runTask('send_newsletter', jobCatalog.send_newsletter.payload, logger, async () => {
    const written = await writeIssue(dependencies)
    if (written > 0) logger.info({ written }, 'messages of the newsletter written')
  })

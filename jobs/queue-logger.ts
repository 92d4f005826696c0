import { Logger as QueueLogger } from 'graphile-worker'
import type { Logger } from '#app/platform/logger.server.ts'

/** The queue's own messages in our log, its chatter about single jobs at debug: run-task says more about those. */
export const queueLogger = (logger: Logger) =>
  new QueueLogger((scope) => (level, message) => {
    if (level === 'error') logger.error(scope, message)
    else if (level === 'warning') logger.warn(scope, message)
    else logger.debug(scope, message)
  })

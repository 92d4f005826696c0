import type { Logger } from './logger.server.ts'

/**
 * Calls `stop` once, on the first SIGTERM or SIGINT, or when the parent that started this process with a channel is
 * gone, and exits with 0, or with 1 where it failed. Further signals wait for it, since a person's Ctrl-C and a
 * supervisor's SIGTERM often come together.
 */
export function onStopSignal(logger: Logger, stop: () => Promise<void>): void {
  let stopping = false
  const begin = (reason: string) => {
    if (stopping) return
    stopping = true
    logger.info({ reason }, 'stopping')
    stop().then(
      () => process.exit(0),
      (error) => {
        logger.error({ err: error }, 'could not stop in good order')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', begin)
  process.on('SIGINT', begin)
  process.on('disconnect', () => begin('parent gone'))
}

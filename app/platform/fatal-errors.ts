import type { Logger } from './logger.server.ts'

/**
 * Gives an error that nobody caught its line in the log, and `lastDeed` the time that it takes, before the process ends with 1:
 * after one nothing here can be relied on, and whoever keeps the process running starts it anew.
 */
export function onFatalError(logger: Pick<Logger, 'fatal'>, lastDeed: () => Promise<void>): void {
  let ending = false
  process.on('uncaughtException', (thrown: unknown, origin) => {
    const err = thrown instanceof Error ? thrown : new Error(String(thrown))
    logger.fatal({ err, origin }, 'ended by an error that nobody caught')
    if (ending) return
    ending = true
    const end = () => process.exit(1)
    lastDeed().then(end, end)
  })
}

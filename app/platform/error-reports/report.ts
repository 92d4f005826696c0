import type { MonitoringSettings } from '../monitoring-settings.ts'

/** Tells of errors to somewhere that collects them; never throws, and nobody waits for it. */
export type ErrorReporter = {
  /** `message` is what the log says of it. */
  report(error: Error, message: string): void
  /** Sends what was not sent yet, within some seconds. */
  close(): Promise<void>
}

/** What sends errors to where the settings say; null where they name nothing, and then none of it is loaded. */
export async function createErrorReporter(
  { sentryDsn }: Pick<MonitoringSettings, 'sentryDsn'>,
  process: { name: string; environment: string; secrets: readonly string[] },
): Promise<ErrorReporter | null> {
  if (sentryDsn === null) return null
  const { createSentryReporter } = await import('./sentry-reporter.server.ts')
  return createSentryReporter({ dsn: sentryDsn, ...process })
}

import type { MonitoringSettings } from '../monitoring-settings.ts'
import type { ErrorReporter } from './error-reporter.ts'

/** What sends errors to where the settings say; null where they name nothing, and then none of it is loaded. */
export async function createErrorReporter(
  { sentryDsn }: Pick<MonitoringSettings, 'sentryDsn'>,
  process: { name: string; environment: string; secrets: readonly string[] },
): Promise<ErrorReporter | null> {
  if (sentryDsn === null) return null
  const { createSentryReporter } = await import('./sentry-reporter.server.ts')
  return createSentryReporter({ dsn: sentryDsn, ...process })
}

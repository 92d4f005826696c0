import { z } from 'zod'
import { seconds } from './durations.ts'
import { blankAsUnset, count, optional, webAddress, withDefault } from './env-values.ts'

const share = z.coerce
  .number('has to be a share from 0 to 1')
  .min(0, 'has to be a share from 0 to 1')
  .max(1, 'has to be a share from 0 to 1')

export const monitoringFields = {
  METRICS_TOKEN: optional(z.string().min(16, 'has to have 16 characters or more')),
  MONITORING_PORT: z.preprocess(blankAsUnset, count(1, 65_535).optional()),
  MONITORING_HOST: optional(z.string()),
  DRAIN_SECONDS: z.preprocess(blankAsUnset, count(0, 300).optional()),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(webAddress),
  OTEL_EXPORTER_OTLP_HEADERS: optional(z.string()),
  OTEL_TRACES_SAMPLER_ARG: withDefault(share, '1'),
  SENTRY_DSN: optional(webAddress),
}
const fieldsSchema = z.object({ ...monitoringFields, THREADR_ENV: z.string() })

export type MonitoringSettings = {
  /** Who sends it reads the metrics, from anywhere; without it only this computer does. */
  metricsToken: string | null
  /** Where the worker answers probes; null for nowhere. */
  listen: { port: number; host: string } | null
  /** How long a web process that was asked to stop goes on as before, while load balancers see that it isn't ready. */
  drainMs: number
  /** Where traces are sent (OTLP over HTTP), with what headers, and how many of all; null for nowhere. */
  traces: { url: string; headers: Record<string, string>; share: number } | null
  /** Where errors are sent; null for nowhere. */
  sentryDsn: string | null
}

const loopback = new Set(['localhost', '127.0.0.1', '::1'])

/** How the processes are watched; refuses what can't be meant. */
export function chooseMonitoring(
  env: z.output<typeof fieldsSchema>,
  refuse: (name: string, message: string) => void,
): MonitoringSettings {
  const isProduction = env.THREADR_ENV === 'production'
  const host = env.MONITORING_HOST ?? '127.0.0.1'
  if (!isProduction && !loopback.has(host))
    refuse('MONITORING_HOST', 'is for production: elsewhere Threadr listens to this computer alone')
  return {
    metricsToken: env.METRICS_TOKEN ?? null,
    listen: env.MONITORING_PORT === undefined ? null : { port: env.MONITORING_PORT, host },
    drainMs: seconds(env.DRAIN_SECONDS ?? (isProduction ? 3 : 0)),
    traces:
      env.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
        ? null
        : {
            url: `${env.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/+$/, '')}/v1/traces`,
            headers: headersOf(env.OTEL_EXPORTER_OTLP_HEADERS ?? '', refuse),
            share: env.OTEL_TRACES_SAMPLER_ARG,
          },
    sentryDsn: env.SENTRY_DSN ?? null,
  }
}

/** As OpenTelemetry writes them: name=value, parted by commas, values coded as in an address. */
function headersOf(value: string, refuse: (name: string, message: string) => void): Record<string, string> {
  const given = value.split(',').map((each) => each.trim())
  const headers: Record<string, string> = {}
  for (const each of given.filter((one) => one !== '')) {
    const [, name, coded] = /^([\w-]+)\s*=\s*(.*)$/.exec(each) ?? []
    if (!name || coded === undefined) {
      refuse('OTEL_EXPORTER_OTLP_HEADERS', 'has to be name=value, parted by commas')
      return {}
    }
    headers[name] = decode(coded)
  }
  return headers
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

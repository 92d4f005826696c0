import { createRequire } from 'node:module'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { PrettyOptions, PrettyStream } from 'pino-pretty'
import { seconds } from './durations.ts'
import type { ErrorReporter } from './error-reports/error-reporter.ts'
import { createScrub } from './scrub.ts'
import { currentWork } from './work.server.ts'

export type { Logger }

type LoggerOptions = {
  level: string
  name: string
  /** `pretty` is for a person who reads along; JSON without it. */
  format?: 'json' | 'pretty'
  /** What must not be written wherever it stands, beside what never is. */
  secrets?: readonly string[]
  /** Told of every error that is logged as one. */
  reporter?: ErrorReporter | null
  /** Another place than standard error. */
  to?: DestinationStream
}

/**
 * One JSON line an event, to standard error, so that standard output stays the program's own. Within a request or a job
 * each line says which (`requestId`). Secrets and addresses of mail are taken out of the whole line.
 */
export function createLogger({
  level,
  name,
  format = 'json',
  secrets = [],
  reporter,
  to,
}: LoggerOptions): Logger {
  const scrub = createScrub(secrets)
  return pino(
    {
      name,
      level,
      redact: [
        '*.password',
        '*.secret',
        '*.apiKey',
        'secretAccessKey',
        '*.secretAccessKey',
        '*.*.apiKey',
        '*.*.secretAccessKey',
        '*.authorization',
        '*.cookie',
        'headers.authorization',
        'headers.cookie',
        'headers["set-cookie"]',
      ],
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => {
        const work = currentWork()
        return work ? { requestId: work.requestId } : {}
      },
      hooks: {
        streamWrite: scrub,
        logMethod(given, method, at) {
          const [first, message] = given
          if (reporter && at >= errorLevel && hasError(first))
            reporter.report(first.err, typeof message === 'string' ? message : first.err.name)
          method.apply(this, given)
        },
      },
    },
    to ?? (format === 'pretty' ? prettyStream() : inBatches()),
  )
}

/** What pino calls `error`, as a number. */
const errorLevel = 50

const hasError = (entry: unknown): entry is { err: Error } =>
  typeof entry === 'object' && entry !== null && 'err' in entry && entry.err instanceof Error

/**
 * To standard error beside the work, since each write costs as much as a small answer: lines wait for some kilobytes, a fifth
 * of a second, or the process's end, which only a kill -9 gives them no time for.
 */
const inBatches = () =>
  pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: seconds(0.2) })

/** Loaded only where somebody reads along. */
function prettyStream(): DestinationStream {
  const require = createRequire(import.meta.url)
  const pretty: (options: PrettyOptions) => PrettyStream = require('pino-pretty')
  return pretty({
    colorize: true,
    destination: 2,
    sync: true,
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss.l',
    singleLine: true,
  })
}

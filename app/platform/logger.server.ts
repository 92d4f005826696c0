import { type Logger, pino } from 'pino'

export type { Logger }

/** One JSON line an event, to standard error, so that standard output stays the program's own. */
export function createLogger(options: { level: string; name: string }): Logger {
  return pino(
    {
      name: options.name,
      level: options.level,
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
      ],
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ dest: 2, sync: true }),
  )
}

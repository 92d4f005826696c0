import { pino } from 'pino'
import { z } from 'zod'
import type { Logger } from '#app/platform/logger.server.ts'

const lineSchema = z.looseObject({ level: z.string(), msg: z.string() })
type LogLine = z.infer<typeof lineSchema>

/** A logger whose lines a test can read, each as soon as it is written. */
export function createRecordingLogger(): { logger: Logger; lines: LogLine[] } {
  const lines: LogLine[] = []
  const logger = pino(
    { formatters: { level: (level) => ({ level }) } },
    { write: (line: string) => void lines.push(lineSchema.parse(JSON.parse(line))) },
  )
  return { logger, lines }
}

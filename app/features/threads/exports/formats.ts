import { asCsv } from './as-csv.ts'
import { asHtml } from './as-html.ts'
import { asMarkdown } from './as-markdown.ts'
import { asText } from './as-text.ts'
import type { ExportedThread } from './exported-thread.ts'
import { exportedThreadSchema } from './exported-thread.ts'
import type { ExportFormat } from './format-names.ts'

type Format = { extension: string; contentType: string; write: (thread: ExportedThread) => string }

/** How a thread is written in each format. */
export const formats: Record<ExportFormat, Format> = {
  text: {
    extension: 'txt',
    contentType: 'text/plain; charset=utf-8',
    write: ({ tweets }) => `${asText(tweets)}\n`,
  },
  markdown: { extension: 'md', contentType: 'text/markdown; charset=utf-8', write: asMarkdown },
  json: {
    extension: 'json',
    contentType: 'application/json',
    write: (thread) => `${JSON.stringify(exportedThreadSchema.parse(thread), null, 2)}\n`,
  },
  csv: { extension: 'csv', contentType: 'text/csv; charset=utf-8', write: asCsv },
  html: { extension: 'html', contentType: 'text/html; charset=utf-8', write: asHtml },
}

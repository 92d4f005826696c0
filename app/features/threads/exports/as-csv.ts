import type { ExportedThread } from './exported-thread.ts'

/**
 * What a spreadsheet may take for a formula (OWASP, "CSV Injection": = + - @, tab, line ends, and their full-width
 * forms), after any apostrophes, so that what was put before it can be told from what stood there.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/u

/** An apostrophe makes it text: a spreadsheet shows the rest. Whoever reads by program takes one away where `formula` matches. */
const safe = (text: string) => (formula.test(text) ? `'${text}` : text)

const cell = (value: string | number | null) => {
  if (typeof value === 'number') return String(value)
  return `"${safe(value ?? '').replaceAll('"', '""')}"`
}

const header = ['position', 'text', 'length', 'verdict', 'source']

/**
 * A row a tweet, as RFC 4180 has it: every text in quotes, rows ended by CRLF. It begins with the mark by which Excel
 * knows UTF-8, and no cell of it is ever a formula.
 */
export function asCsv({ tweets, source }: ExportedThread): string {
  const rows = tweets.map(({ position, text, length, verdict }) => [
    position,
    text,
    length,
    verdict,
    source.url,
  ])
  return `\ufeff${[header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

import { findLinks } from '#app/ui/find-links.ts'
import type { ExportedThread } from './exported-thread.ts'

/** Marks that mean something to Markdown (CommonMark 0.31, GFM) wherever they stand. */
const marks = /[\\`*_[\]<>&~|#]/g
/** And what begins a list, a heading, a rule or the second row of a table (`:-`) at the start of a line. */
const lineStart = /^(\s*)([-+=]|:(?=-)|\d{1,9}[.)])/
/** Whatever GFM makes a link of without our saying so. */
const bareLinks = /(?<=\bwww|@[\w-]+)\./gi

function line(text: string): string {
  const written = findLinks(text).map(({ text: piece, href }) =>
    href === null ? piece.replaceAll(marks, '\\$&').replaceAll(bareLinks, '\\.') : `<${piece}>`,
  )
  return written
    .join('')
    .replace(lineStart, (_, space: string, start: string) => `${space}${start.slice(0, -1)}\\${start.at(-1)}`)
}

/** A text that Markdown shows as it is: its marks escaped, its line breaks kept. */
export const markdownText = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map(line).join('\\\n'))
    .join('\n\n')

/** Title, source, and the tweets with a rule between them. */
export function asMarkdown({ title, source, tweets }: ExportedThread): string {
  const from = source.url && `From <${source.url}>`
  const texts = tweets.map(({ text }) => markdownText(text)).join('\n\n---\n\n')
  return `${[`# ${markdownText(title.replaceAll(/\s+/g, ' '))}`, from, texts].filter(Boolean).join('\n\n')}\n`
}

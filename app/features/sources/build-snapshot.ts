import { cleanCharacters, collapseWhiteSpace } from './clean-characters.ts'
import { contentHash } from './content-hash.ts'
import { tellLanguage } from './language.ts'
import type { Quality } from './quality.ts'
import type { Block, Snapshot } from './snapshot.ts'

/** A block before it has its place in the text. `text` is plain; only code and tables hold line feeds. */
export type Passage = { kind: Block['kind']; level?: number; text: string }

/** What a source says of itself; what it doesn't say is left out. */
export type SourceDetails = {
  url?: string | null
  title?: string | null
  byline?: string | null
  siteName?: string | null
  publishedAt?: string | null
  language?: string | null
}

/** What nobody had to pick out of a page. */
const typed: Quality = { score: 100, doubt: null }

/** Lays passages one after another, a blank line between each two, and notes where each stands. */
export function buildSnapshot(
  kind: Snapshot['kind'],
  passages: readonly Passage[],
  details: SourceDetails = {},
  quality: Quality = typed,
): Snapshot {
  const blocks: Block[] = []
  const pieces: string[] = []
  let position = 0
  for (const { kind, level, text } of passages) {
    if (text === '') continue
    if (blocks.length > 0) position += 2
    blocks.push({
      kind,
      ...(level === undefined ? {} : { level }),
      start: position,
      end: position + text.length,
    })
    pieces.push(text)
    position += text.length
  }
  const text = pieces.join('\n\n')
  return {
    kind,
    url: details.url ?? null,
    title: oneLine(details.title),
    byline: oneLine(details.byline),
    siteName: oneLine(details.siteName),
    publishedAt: details.publishedAt || null,
    language: tellLanguage(text, details.language ?? null),
    text,
    blocks,
    contentHash: contentHash(text),
    quality,
  }
}

/** What a page says of itself may hold anything: PostgreSQL takes no NUL, and a title no line ends. */
function oneLine(detail: string | null | undefined): string | null {
  return collapseWhiteSpace(cleanCharacters(detail ?? '')) || null
}

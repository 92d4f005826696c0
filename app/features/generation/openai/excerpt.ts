import { type Range, sentences } from '#app/features/segmentation/sentences.ts'
import type { WriterInput } from '../writer.ts'
import { articleWithin, omission } from './article.ts'

type Source = Pick<WriterInput['source'], 'text' | 'blocks'>

/** What stands around each passage, on either side, in UTF-16 units: three to five sentences. */
const around = 500
/** An article's opening says what it is about, whatever passages were picked. */
const opening = 1_200
/** Ranges that lie closer together are one, since a mark of omission between them would hardly be shorter. */
const closest = 120
/** An excerpt that would hold more of the article than this leaves out too little to be worth it. */
const mostOfArticle = 0.6

/** The range without the sentences that it holds in part, at either end; as it is where that would leave nothing. */
function wholeSentences(text: string, { start, end }: Range, kept: Range): Range {
  const inside = sentences(text.slice(start, end))
  const first = inside[1]
  const last = inside.at(-1)
  const from = start === 0 || !first ? start : Math.min(kept.start, start + first.start)
  const until = end === text.length || !last ? end : Math.max(kept.end, start + last.start)
  return { start: from, end: until }
}

function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = []
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1)
    if (last && range.start - last.end < closest) last.end = Math.max(last.end, range.end)
    else all.push({ ...range })
  }
  return all
}

/**
 * What of a source a thread is written from whose points are known: their passages with the sentences around them, the
 * heading that each stands under, and the opening; marks where something is left out. Of an article that is short, or of
 * which that would be most, the whole, as `articleWithin` gives it.
 */
export function excerptFor(source: Source, passages: readonly Range[]): string {
  const { text, blocks } = source
  const whole = articleWithin(source)
  const wide = passages.map((passage) => {
    const range = {
      start: Math.max(0, passage.start - around),
      end: Math.min(text.length, passage.end + around),
    }
    return wholeSentences(text, range, passage)
  })
  const begin = { start: 0, end: Math.min(opening, text.length) }
  const ranges = joined([wholeSentences(text, begin, { start: 0, end: 0 }), ...wide])
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const over = ranges.flatMap((range) => headings.findLast(({ end }) => end <= range.start) ?? [])
  const pieces = joined([...ranges, ...over])
  const length = pieces.reduce((sum, { start, end }) => sum + end - start, 0)
  if (length > mostOfArticle * whole.length) return whole
  const said = pieces.map(({ start, end }) => text.slice(start, end).trim()).join(`\n\n${omission}\n\n`)
  const isCut = (pieces.at(-1)?.end ?? 0) < text.trimEnd().length
  return (isCut ? `${said}\n\n${omission}` : said).toWellFormed()
}

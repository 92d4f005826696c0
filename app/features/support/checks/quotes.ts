import { type Range, sentences } from '#app/features/segmentation/sentences.ts'
import { words } from '#app/features/segmentation/words.ts'
import type { Reason } from '../verdict.ts'

const quoted =
  /“([^“”]+)”|"([^"]+)"|„([^„“”]+)[“”]|«([^«»]+)»|»([^«»]+)«|「([^「」]+)」|『([^『』]+)』|‘([^‘’]{12,})’/gu

/** The passages of a tweet that stand in quotation marks: what is inside them. */
export function quotesIn(text: string): (Range & { text: string })[] {
  return Array.from(text.matchAll(quoted), (match) => {
    const inside = match.slice(1).find((part) => part !== undefined) ?? ''
    const start = match.index + match[0].indexOf(inside)
    return { start, end: start + inside.length, text: inside }
  })
}

/** Whether a quotation is what somebody said: fewer words may be a name, or set off for their tone. */
export const isSaid = (text: string, language: string) =>
  words(text, language).length >= 3 || (language === 'ja' && text.length >= 6)

/** Words in quotation marks stand in the source as they are: from three words on; fewer may be set off for their tone. */
export function checkQuotes(
  tweet: string,
  locate: (quotes: string[]) => Range[],
  language: string,
): Reason[] {
  return quotesIn(tweet).flatMap(({ start, end, text }): Reason[] => {
    if (
      !isSaid(text, language) ||
      locate([bare(text)]).length > 0 ||
      locate([marked(tweet, start, end)]).length > 0 ||
      locate([interrupted(text, language)]).length > 0
    )
      return []
    return [{ code: 'quote-not-found', at: { start, end }, found: null }]
  })
}

/** With the marks around it, which find what is too short to be found by itself. */
const marked = (tweet: string, start: number, end: number) => tweet.slice(start - 1, end + 1)

/** "We did it," she said. "We really did." may be quoted in one: its sentences in their order. */
const interrupted = (text: string, language: string) =>
  sentences(text, language)
    .map(({ start, end }) => bare(text.slice(start, end)))
    .join(' … ')

/** Without the mark at its end, which belongs to the sentence around it. */
function bare(text: string): string {
  return text.replace(/[\s.,;:!?…。、！？]+$/u, '').trim()
}

import { wordCount } from '#app/features/segmentation/words.ts'
import type { Block } from '#app/features/sources/snapshot.ts'
import type { WriterInput } from '../writer.ts'
import { similarity, type Vector } from './centrality.ts'
import { terms } from './terms.ts'

type Source = WriterInput['source']
type Section = { heading: string; blocks: Block[]; words: number; text: string }

/** Sections shorter than this are items of a digest, which a thread may well go through one by one. */
const articleWords = 400
/** More than this before the first heading introduces what follows as one piece. */
const introductionWords = 80
/** Chapters of one piece share more of their words than this, whatever each is about; articles side by side don't. */
const strangers = 0.2

/**
 * The first article of a page that holds several with nothing in common, as a weekly edition does; its heading is the title
 * then. Any other source is given back as it is. `text` and all positions stay.
 */
export function mainArticle(source: Source, language: string): Source {
  const sections = topSections(source)
  const front = sections[0]
  if (!front || sections.length < 3) return source
  const articles = sections.filter(({ heading, words }) => heading !== '' && words >= articleWords)
  const first = articles[0]
  const whole = sections.reduce((sum, { words }) => sum + words, 0)
  const inArticles = articles.reduce((sum, { words }) => sum + words, 0)
  const introduced = front.heading === '' && front.words >= introductionWords
  if (!first || articles.length < 2 || introduced || inArticles < whole * 0.8) return source
  const vectors = articles.map(({ text }) => directionOf(terms(text, language)))
  const apart = vectors.every((one, index) =>
    vectors.slice(index + 1).every((other) => similarity(one, other) < strangers),
  )
  return apart ? { ...source, title: first.heading, blocks: first.blocks } : source
}

/** What stands under each heading of the highest level, and before the first. */
function topSections({ text, blocks }: Source): Section[] {
  const top = Math.min(...blocks.map(({ kind, level }) => (kind === 'heading' ? (level ?? 2) : Infinity)))
  const sections: Section[] = [{ heading: '', blocks: [], words: 0, text: '' }]
  for (const block of blocks) {
    const content = text.slice(block.start, block.end)
    const opens = block.kind === 'heading' && (block.level ?? 2) === top
    if (opens) sections.push({ heading: content, blocks: [], words: 0, text: '' })
    const section = sections.at(-1)
    if (!section) continue
    section.blocks.push(block)
    section.words += wordCount(content)
    section.text += `${content}\n`
  }
  return sections
}

function directionOf(found: readonly string[]): Vector {
  const counts = new Map<string, number>()
  for (const term of found) counts.set(term, (counts.get(term) ?? 0) + 1)
  const length = Math.hypot(...counts.values()) || 1
  return new Map(Array.from(counts, ([term, count]) => [term, count / length]))
}

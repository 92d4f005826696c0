import type { Range } from '#app/features/segmentation/sentences.ts'
import { sentences } from '#app/features/segmentation/sentences.ts'
import { wordCount } from '#app/features/segmentation/words.ts'
import type { WriterInput } from '../writer.ts'
import { blockRoles, endsSentence, mostlyPunctuated } from './boilerplate.ts'
import { quoteStates } from './quotes.ts'
import { terms } from './terms.ts'
import { tidy, withoutLabel } from './tidy.ts'

/** A sentence, list item or list heading as it stands in the source, before anything is asked of its words. */
export type Draft = {
  /** Where it stands in the source's text, without the white space around it. */
  range: Range
  text: string
  kind: 'sentence' | 'item' | 'heading'
  /** Whether it belongs to a list item, as its first sentence or a later one. */
  inItem: boolean
  block: number
  section: number
  /** Whether the heading above it is below the source's highest level. */
  deep: boolean
  /** Words of the heading above it. */
  headingTerms: ReadonlySet<string>
  opensBlock: boolean
  /** Whether nothing of substance stands between it and the draft before. */
  follows: boolean
  startsInside: boolean
  endsInside: boolean
}

/** The sentences of a source's prose and lists, in its order. A heading is one of them only right above a list. */
export function readDrafts(source: WriterInput['source'], language: string): Draft[] {
  const { text, blocks } = source
  const roles = blockRoles(text, blocks)
  const punctuated = mostlyPunctuated(text, blocks)
  const drafts: Draft[] = []
  const top = topLevel(blocks)
  let section = 0
  let deep = false
  let headingTerms: ReadonlySet<string> = new Set()
  let apart = true
  blocks.forEach((block, index) => {
    const role = roles[index]
    const content = text.slice(block.start, block.end)
    const shared = { block: index, inItem: role === 'item', deep, startsInside: false, endsInside: false }
    if (role === 'heading') {
      section++
      deep = (block.level ?? 2) > top
      headingTerms = new Set(terms(content, language))
      apart = true
      if (roles[index + 1] !== 'item') return
      const range = trimmed(block.start, content)
      drafts.push({
        ...shared,
        range,
        text: announced(content),
        kind: 'heading',
        section,
        headingTerms,
        opensBlock: true,
        follows: false,
      })
      apart = false
      return
    }
    if (role === 'skip') {
      // Code and tables are what the sentences around them speak of; a caption between two paragraphs isn't.
      if (block.kind === 'code' || block.kind === 'table') apart = true
      return
    }
    // A list that lost its marks still ends its lines in semicolons.
    const listed = role === 'item' || goesOn.test(content) || (index > 0 && goesOn.test(blockText(index - 1)))
    const raw = sentences(content, language).map(({ start, end }) => ({
      start,
      text: content.slice(start, end),
    }))
    const quotes = quoteStates(raw.map((sentence) => sentence.text))
    let opensBlock = true
    raw.forEach((sentence, place) => {
      const tidied = tidy(sentence.text)
      const shown = opensBlock ? withoutLabel(tidied, language) : tidied
      if (!/\p{L}/u.test(shown)) return
      // In punctuated prose a line without a stop is a label, a caption, or a sentence that code or a formula completes.
      if (
        role === 'prose' &&
        punctuated &&
        !endsSentence(shown) &&
        (raw.length > 1 || wordCount(shown) < 22)
      ) {
        if (place === raw.length - 1) apart = true
        return
      }
      const kind = listed && opensBlock ? 'item' : 'sentence'
      const range = trimmed(block.start + sentence.start, sentence.text)
      drafts.push({
        ...shared,
        inItem: listed,
        ...quotes[place],
        range,
        text: shown,
        kind,
        section,
        headingTerms,
        opensBlock,
        follows: !apart,
      })
      opensBlock = false
      apart = false
    })
  })
  return drafts

  function blockText(index: number): string {
    const block = blocks[index]
    return block ? text.slice(block.start, block.end) : ''
  }
}

/** The level of a source's main sections: the highest that more than one heading has, a title being alone on its own. */
function topLevel(blocks: WriterInput['source']['blocks']): number {
  const levels = blocks.flatMap(({ kind, level }) => (kind === 'heading' ? [level ?? 2] : []))
  const shared = levels.filter((level, index) => levels.indexOf(level) !== index)
  return Math.min(...(shared.length > 0 ? shared : levels))
}

/** A heading as the lead-in of the list under it. */
function announced(heading: string): string {
  const bare = tidy(heading).replace(/ ?[#¶]$/u, '')
  return /[\p{L}\p{N})]$/u.test(bare) ? `${bare}:` : bare
}

const goesOn = /[;；](?: (?:and|or|und|oder|et|ou|y|o))?\s*$/u

function trimmed(start: number, raw: string): Range {
  const from = start + raw.length - raw.trimStart().length
  return { start: from, end: from + raw.trim().length }
}

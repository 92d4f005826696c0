import { wordCount } from '#app/features/segmentation/words.ts'
import type { WriterInput } from '../writer.ts'
import { isWhole } from './boilerplate.ts'
import { findNames, type Names, nameTest } from './names.ts'
import { withNeighbours } from './neighbours.ts'
import { leansOnContext, type Named, refersToPage, vagueness, withoutConnective } from './openers.ts'
import { hasAttribution, isBareQuote } from './quotes.ts'
import { type Draft, readDrafts } from './read-drafts.ts'
import { languageOf } from './source-language.ts'
import { terms } from './terms.ts'
import { isAside } from './tidy.ts'
import type { Unit } from './unit.ts'

export type Reading = {
  units: Unit[]
  names: Names
  language: string
  words: number
  /** Whether it is told in the first person, rather than now and then by a reporter. */
  personal: boolean
}

// Nothing in a longer sentence depends on what stands past this.
const front = 1_200

/** Reads a source into the units a thread can be made of, in its order; what no tweet should hold is left out. */
export function readUnits(source: WriterInput['source']): Reading {
  const language = languageOf(source.language, source.text)
  const drafts = readDrafts(source, language)
  const names = findNames(
    drafts.map(({ text }) => text),
    language,
  )
  const named = nameTest(names, language)
  // Release notes and outlines are lists through and through; their longer items then stand for sentences.
  const listy = drafts.filter(({ inItem }) => inItem).length > drafts.length * 0.5
  const units: Unit[] = []
  const seen = new Set<string>()
  let gap = false
  for (const draft of drafts) {
    const key = draft.text.toLowerCase()
    const repeated = draft.kind === 'sentence' && seen.has(key)
    seen.add(key)
    if (repeated || isAside(draft.text)) continue
    if (refersToPage(draft.text.slice(0, front), language)) {
      gap = true
      continue
    }
    const unit = unitOf(draft, language, named, listy)
    units.push({ ...unit, follows: draft.follows && !gap && units.length > 0 })
    gap = false
  }
  const words = units.reduce((sum, { text }) => sum + wordCount(text), 0)
  const personal = units.filter(({ text }) => /\bI\b/u.test(text)).length > units.length * 0.12
  return { units: withNeighbours(units), names, language, words, personal }
}

function unitOf(
  { startsInside, endsInside, ...draft }: Draft,
  language: string,
  named: Named,
  listy: boolean,
): Unit {
  const { text, kind } = draft
  const opening = withoutConnective(text, language)
  const start = text.slice(0, front)
  const bare = isBareQuote(start)
  const fragment = kind === 'item' && !isWhole(text) && !(listy && wordCount(text) >= 7)
  return {
    ...draft,
    opening,
    terms: terms(text, language),
    leans:
      startsInside ||
      fragment ||
      (kind === 'item' && isDefinition(start, language)) ||
      (bare && !endsInside) ||
      (kind !== 'heading' && leansOnContext(opening.slice(0, front), language, named)),
    leadsOn: endsInside || kind === 'heading' || /[:：]$/u.test(text),
    quoteOnly: bare || startsInside || endsInside,
    attributed: hasAttribution(start),
    vague: vagueness(opening.slice(0, front), language),
  }
}

/** "The rate of requests that …": what a term means, with the term itself left in a line of its own. English only. */
function isDefinition(text: string, language: string): boolean {
  if (!/^en\b/iu.test(language)) return false
  const front = /^(?:A|An|The|Any) (?:[\p{L}-]+ ){1,3}?(?:of|that|to|for|which|intended|it)\b/u.exec(
    text,
  )?.[0]
  return (
    front !== undefined &&
    !/\b(?:is|are|was|were|has|have|had|can|will|must|should|does|do|may)\b/u.test(front)
  )
}

import { wordCount } from '#app/features/segmentation/words.ts'
import { centrality, ranks, similarity, type Vector, vectors } from './centrality.ts'
import { countNames, type Names } from './names.ts'
import { terms } from './terms.ts'
import type { Unit } from './unit.ts'
import type { Reading } from './units.ts'

/** How much a unit is worth to a thread, about 0 to 1; `vector` is its words for comparing it with others. */
export type Score = { value: number; vector: Vector; titleOverlap: number }

const weights = { central: 0.3, title: 0.18, heading: 0.08, place: 0.14, facts: 0.25, opensParagraph: 0.05 }
const figure = /(?<![\p{L}\d])[$€£¥]?\d[\d.,]*(?:\s?%|\b)/gu
const firstPerson = /^(?:I|We|My|Our|I'm|I’m|I've|I’ve|We're|We’re|We've|We’ve)\b/u
// "This article explains how …" is of use above the article only.
const announcesItself =
  /\b(?:this|the present|dieser|diesem|cet|cette|este|esta) (?:book|chapter|article|post|section|guide|tutorial|paper|essay|artikel|beitrag|text|guía|artículo|billet) (?:will |wird )?(?:explain|describe|discuss|look|cover|show|introduce|walk|explore|is about|erklär|beschreib|zeig|explique|décrit|explica|describe|muestra)/iu
// Comparing every pair is only worth it among those that may be chosen.
const comparedUnits = 400

/** Scores every unit of a reading, less what a better unit already says. */
export function scoreUnits({ units, names, language, personal }: Reading, title: string): Score[] {
  const found = vectors(units.map((unit) => unit.terms))
  const central = centrality(found)
  const factual = ranks(units.map(({ text }) => facts(text, names)))
  const titleTerms = new Set(terms(title, language))
  const scores = units.map((unit, index): Score => {
    const titleOverlap = overlap(unit.terms, titleTerms)
    const value =
      weights.central * (central[index] ?? 0) +
      weights.title * titleOverlap +
      weights.heading * overlap(unit.terms, unit.headingTerms) +
      weights.place * place(index, units.length) +
      weights.facts * (factual[index] ?? 0) +
      (unit.opensBlock ? weights.opensParagraph : 0)
    return { value: value * substance(unit, personal), vector: found[index] ?? new Map(), titleOverlap }
  })
  return lessRepetition(scores)
}

/** Names and figures; a fourth name adds nothing, a list of names being no fact. */
function facts(text: string, names: Names): number {
  const figures = text.match(figure) ?? []
  const shares = figures.filter((one) => one.includes('%')).length
  return (
    Math.min(3, countNames(text, names)) * 0.6 + Math.min(4, figures.length) * 1.3 + Math.min(2, shares) * 0.7
  )
}

/** The front of a piece says what it is about, its end what follows from it. */
function place(index: number, count: number): number {
  const at = count > 1 ? index / (count - 1) : 0
  if (at < 0.1) return 1 - at * 4
  return at > 0.9 ? 0.5 : 0.3
}

/** 0 to 1: less for questions, cries, headings, fragments, asides and what is only about the writer. */
function substance({ text, kind, quoteOnly }: Unit, personal: boolean): number {
  const length = wordCount(text)
  let share = length >= 12 ? 1 : 0.35 + length * 0.054
  if (kind === 'heading') return 0.2
  if (/[?？؟][\s"'”’»)\]]*$/u.test(text)) share *= 0.45
  if (/[!！][\s"'”’»)\]]*$/u.test(text)) share *= 0.8
  if (/^(?:for example|for instance|e\.g\.|suppose|imagine|consider|let's|let’s|say)\b/iu.test(text))
    share *= 0.7
  if (firstPerson.test(text)) share *= 0.88
  // A reporter's "I" is out of place in a thread; in somebody's own story it is the point.
  if (/\bI\b/u.test(text) && !quoteOnly) share *= personal ? 0.93 : 0.6
  else if (!personal && !quoteOnly && /\b(?:me|my)\b/u.test(text.replace(/["“][^"”]*["”]/gu, '')))
    share *= 0.75
  if (/\bthis (?:book|chapter|article|post|section|guide|tutorial|paper)\b/iu.test(text)) share *= 0.6
  if (announcesItself.test(text)) share *= 0.3
  if (quoteOnly) share *= 0.95
  if (/[:：]$/u.test(text)) share *= 0.6
  if (/[{}<>=\\]|\w\(\)|::|=>/u.test(text)) share *= 0.7
  return share
}

function overlap(words: readonly string[], target: ReadonlySet<string>): number {
  if (target.size === 0) return 0
  let shared = 0
  for (const word of new Set(words)) if (target.has(word)) shared++
  return shared / target.size
}

/** The better of two sentences that say the same keeps its worth, the other loses by how alike they are. */
function lessRepetition(scores: Score[]): Score[] {
  const order = scores
    .map((_, index) => index)
    .sort((a, b) => valueAt(scores, b) - valueAt(scores, a) || a - b)
  const better: Vector[] = []
  const result = [...scores]
  for (const index of order.slice(0, comparedUnits)) {
    const score = scores[index]
    if (!score) continue
    let alike = 0
    for (const vector of better) alike = Math.max(alike, similarity(score.vector, vector))
    result[index] = { ...score, value: score.value * (1 - Math.max(0, alike - 0.15) * 0.9) }
    better.push(score.vector)
  }
  return result
}

function valueAt(scores: readonly Score[], index: number): number {
  return scores[index]?.value ?? 0
}

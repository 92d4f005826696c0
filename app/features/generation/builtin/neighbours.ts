import { wordCount } from '#app/features/segmentation/words.ts'
import { labelOf } from './tidy.ts'
import type { Unit } from './unit.ts'

const question = /[?？؟][\s"'”’»)\]]*$/u
const speaker = /^(\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,2}|[QA])\s?[:：]\s/u
// An item of this many words says enough to stand without the line that announces its list.
const longItem = 18
/** An item that names its own subject ("Latency: The time …") needs less. */
const longEntry = 7
const curtAnswer = 6

/** What a unit's neighbours ask of it: list items their lead-in, questions their answer, turns of a talk their speaker. */
export function withNeighbours(units: readonly Unit[]): Unit[] {
  const dialogue = isDialogue(units)
  let announced = false
  return units.map((unit, index) => {
    if (unit.kind === 'heading' || !unit.follows) announced = false
    if (unit.kind === 'sentence' && !unit.inItem) announced = /[:：]$/u.test(unit.text)
    const short = wordCount(unit.text) < (labelOf(unit.text) === null ? longItem : longEntry)
    const listed = announced && unit.kind === 'item' && short
    const answered = withAnswer({ ...unit, leans: unit.leans || listed || isAimless(unit) }, units, index)
    return dialogue ? asTurn(answered, units[index - 1]) : answered
  })
}

/** "You might:" says nothing of what for; that stands in the sentence before it. */
function isAimless({ kind, inItem, follows, text, terms }: Unit): boolean {
  return kind === 'sentence' && !inItem && follows && /[:：]$/u.test(text) && terms.length < 2
}

/** A question goes with what answers it, and a curt answer with its question. */
function withAnswer(unit: Unit, units: readonly Unit[], index: number): Unit {
  const previous = units[index - 1]
  const answered = question.test(unit.text) && units[index + 1]?.follows === true
  const asked = unit.follows && previous !== undefined && question.test(previous.text)
  const curt = asked && wordCount(unit.text.replace(speaker, '')) <= curtAnswer
  return { ...unit, leadsOn: unit.leadsOn || answered, leans: unit.leans || curt }
}

/** In a conversation a question begins something new, and what isn't the front of a turn has lost its speaker. */
function asTurn(unit: Unit, previous: Unit | undefined): Unit {
  const asks = unit.opensBlock && question.test(unit.text)
  const answers = unit.follows && !asks && previous !== undefined && question.test(previous.text)
  return { ...unit, follows: unit.follows && !asks, leans: unit.leans || answers || !unit.opensBlock }
}

/** Whether a text is a conversation: at least two speakers named before a colon, each at least twice. */
function isDialogue(units: readonly Unit[]): boolean {
  const turns = new Map<string, number>()
  for (const { text, opensBlock } of units) {
    const name = opensBlock ? speaker.exec(text)?.[1] : undefined
    if (name) turns.set(name, (turns.get(name) ?? 0) + 1)
  }
  return [...turns.values()].filter((count) => count > 1).length > 1
}

import type { Passage } from './build-snapshot.ts'

/** A passage and the bold words it begins with; `apart` where a line break stood after them. */
export type LedPassage = Passage & { lead?: { text: string; apart: boolean } | undefined }

const mostWords = 6
const closed = /[\p{P}\p{S}]$/u
const closedInBrackets = /[)\]”"’'»]$/u
// Words that begin a sentence and never go on from the bold words before them.
const starters = new Set(
  `a an the this these those it we you they he she if in on at when while with without each every there our your most some many as after before since not no all once currently instead
  der die das ein eine es wir sie ihr wer wenn im in bei mit nach seit auch hier jede jeder jedes alle
  le la les un une il elle nous vous on ce cette ces si dans avec pour quand chaque
  el los las una si en con para cuando cada este esta se`.split(/\s+/),
)
// A label doesn't end in these: "The" and "Die neue" are the front of their own sentence.
const unfinished = new Set(
  'a an the of in on at to for and or with by from is are was were der die das des dem den ein eine einen einer und oder von im in mit le la les l un une de du des et el los las del y con para i we you he she it they wir ich er sie es mr mrs ms dr sir'.split(
    ' ',
  ),
)

/**
 * Sets a colon between a bold label and the sentence it runs into once the marks are gone: "Queue ATF uses …" becomes
 * "Queue: ATF uses …". Bold words that are the grammatical front of their sentence stay as they are; where only capitals could
 * tell (German writes them everywhere), other passages led by labels or a word that begins sentences decide.
 */
export function withLabels<Led extends LedPassage>(passages: readonly Led[]): Omit<Led, 'lead'>[] {
  const led = passages.filter((passage) => frontOf(passage) !== null)
  const labels = led.filter((passage) => frontOf(passage) === 'label').length
  const usual = labels >= 2 && labels > led.length * 0.6
  return passages.map(({ lead, ...passage }) => {
    const front = frontOf({ ...passage, lead })
    if (!lead || (front !== 'sure' && !(usual && front === 'label'))) return passage
    return { ...passage, text: joinLabel(lead.text, passage.text.slice(lead.text.length).trim()) }
  })
}

/** "Term" and "What it means." as one line; a label that closes itself ("Why?") needs no colon. */
export function joinLabel(label: string, rest: string): string {
  if (closed.test(label) && !closedInBrackets.test(label)) return `${label} ${rest}`
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(label)
    ? `${label}：${rest}`
    : `${label}: ${rest}`
}

/** What the bold front of a passage is: surely a label, by its looks one, or part of the sentence; null without any. */
function frontOf({ kind, text, lead }: LedPassage): 'sure' | 'label' | 'sentence' | null {
  if (!lead || kind === 'heading' || kind === 'code' || !text.startsWith(lead.text)) return null
  const rest = text.slice(lead.text.length)
  const words = lead.text.split(/\s+/)
  if (rest.trim() === '' || words.length > mostWords || lead.text.length > 60) return null
  if (closed.test(lead.text) && !closedInBrackets.test(lead.text)) return null
  // A word cut in two by its marks, or one that goes on in punctuation.
  if (!/^\s+[\p{Lu}\p{Lo}\p{N}“„«"‘'(]/u.test(rest)) return lead.apart ? 'sure' : 'sentence'
  if (lead.apart) return 'sure'
  const last = words.at(-1)?.toLowerCase() ?? ''
  if (unfinished.has(last) || !/^[\p{Lu}\p{Lo}\p{N}“„«"‘']/u.test(lead.text)) return 'sentence'
  const next = /^\s+["“„«‘']?([\p{L}\p{M}]+)/u.exec(rest)?.[1]?.toLowerCase() ?? ''
  const whole = /[.!?…。！？]["”’»)\]]?$/u.test(rest)
  if (!whole || !/^\s+["“„«‘']?\p{Lu}/u.test(rest)) return 'sentence'
  if (starters.has(next)) return 'sure'
  return starters.has(words[0]?.toLowerCase() ?? '') ? 'sentence' : 'label'
}

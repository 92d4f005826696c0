import { countedLength } from '#app/features/counting/count.ts'
import type { Network } from '#app/features/counting/networks.ts'
import type { Range } from '#app/features/segmentation/sentences.ts'
import { type Run, runText } from './runs.ts'
import type { Score } from './sentence-scoring.ts'
import { terms } from './terms.ts'
import type { Title } from './title.ts'
import type { Unit } from './unit.ts'

export type Hook = { run: Run; text: string; spans: Range[]; titled: boolean }

// A title says at a glance what a thread is about, where it isn't what the first sentence says anyway.
const titleWorth = 0.2

type HookInput = {
  runs: readonly Run[]
  units: readonly Unit[]
  scores: readonly Score[]
  title: Title | null
  network: Network
  language: string
  room: number
  personal: boolean
  /** No later than this unit, so that enough is left for the tweets after it. */
  latest: number
  /** How many units at the start may hold it; about a sixth of the text without it. */
  front?: number
}

/**
 * The first tweet: the run near the front that best says what the piece is about, under the title where that adds
 * something. Null without any run there.
 */
export function chooseHook(input: HookInput): Hook | null {
  return rankHooks(input)[0] ?? null
}

/** Every first tweet that could be, the best first. */
export function rankHooks(input: HookInput): Hook[] {
  const { runs, units } = input
  const front = input.front ?? Math.max(3, Math.min(40, Math.ceil(units.length * 0.16)))
  const last = Math.min(front, input.latest)
  return runs
    .filter(({ first, continues }) => first <= last && !continues)
    .map((run) => {
      const hook = withTitle(run, input)
      return { hook, worth: hookWorth(run, input) + (hook.titled ? titleWorth : 0) }
    })
    .filter(({ worth }) => worth > -Infinity)
    .sort((a, b) => b.worth - a.worth)
    .map(({ hook }) => hook)
}

function hookWorth(run: Run, input: HookInput): number {
  const { units, scores, personal } = input
  const opener = units[run.first]
  const score = scores[run.first]
  if (!opener || !score) return -Infinity
  const early = 1 / (1 + run.first * 0.2)
  let worth = run.value * 0.3 + score.value + early * 0.6 + score.titleOverlap * 0.35 - opener.vague * 1.6
  if (!personal && /^(?:I|My|I'm|I’m|I've|I’ve)\b/u.test(opener.opening)) worth -= 0.35
  else if (run.first === 0 && opener.opensBlock) worth += 0.15
  if (opener.quoteOnly || opener.kind !== 'sentence') worth -= 0.35
  if (/\b(?:is|are|was|were) (?:an?|the|one of)\b/u.test(opener.opening.slice(0, 120))) worth += 0.12
  if (run.length < 80) worth -= 0.1
  if (takesForGranted(opener.opening, input)) worth -= 0.25
  return worth
}

/** "Monitoring based on …" and "ATF uses …": a front that only a reader of the piece can place. */
function takesForGranted(opening: string, { title, language }: HookInput): boolean {
  const acronym = /^(?:\S+ ){0,3}?(\p{Lu}{2,5})\b(?! \p{Lu}\p{Ll})(?!\s*\()/u.exec(opening)?.[1]
  if (acronym && opening !== opening.toUpperCase() && !opening.includes(`(${acronym})`)) {
    if (!knownAcronyms.has(acronym) && !title?.text.includes(acronym)) return true
  }
  return (
    /^en\b/iu.test(language) &&
    gerund.test(opening) &&
    !/^(?:During|Nothing|Something|Everything|Following|According)\b/u.test(opening)
  )
}

const knownAcronyms = new Set(
  'AI API BBC CEO CSS DNA EU GDP GPS HTML IT NASA NATO OK PC PDF TV UK UN US USA USB WHO EZB ZDF ARD DDR ONU UE'.split(
    ' ',
  ),
)
const gerund = /^\p{Lu}\p{Ll}{2,}ing (?:(?:a|an|the|of|on|based|with|from|at)\b|\p{Ll}+ed\b)/u

/** Sets the title over the run where both fit and the run doesn't already say it. */
function withTitle(run: Run, { title, units, network, language, room }: HookInput): Hook {
  const text = runText(run, units, language)
  const spans = units.slice(run.first, run.last + 1).map(({ range }) => range)
  if (title) {
    const both = `${title.text}\n\n${text}`
    const said = new Set(terms(text, language))
    const words = terms(title.text, language)
    const share = words.filter((word) => said.has(word)).length / Math.max(1, words.length)
    if (share < 0.6 && countedLength(both, network) <= room) {
      return { run, text: both, spans: [...title.spans, ...spans], titled: true }
    }
  }
  return { run, text, spans, titled: false }
}

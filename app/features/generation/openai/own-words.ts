import { candidateSystem } from './candidate-request.ts'
import { planSystem } from './plan-request.ts'
import { shortenSystem, threadSystem } from './prompt.ts'
import { repairSystem } from './repair-request.ts'

const wordsTelling = 9

function runsOfWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return Array.from({ length: Math.max(0, words.length - wordsTelling + 1) }, (_, at) =>
    words.slice(at, at + wordsTelling).join(' '),
  )
}

const ownRuns = new Set(
  [threadSystem, planSystem, repairSystem, candidateSystem, shortenSystem].flatMap(runsOfWords),
)

/** Whether a text repeats our own rules, nine words or more of them, as a page may ask a model to. */
export function repeatsPrompt(text: string): boolean {
  return runsOfWords(text).some((run) => ownRuns.has(run))
}

import type { HowMade } from '#app/features/generation/how-made.ts'
import { switchedSentence } from '#app/features/generation/switched-sentence.ts'
import type { GenerationStatus } from '#app/features/threads/generation-status.ts'

/** A record as the browser has it: its moments as ISO 8601. */
export type ShownRecord = Omit<HowMade, 'createdAt' | 'finishedAt'> & {
  createdAt: string
  finishedAt: string | null
}

export type Fact = { name: string; value: string }

const statusWords: Record<GenerationStatus, string> = {
  queued: 'Waits its turn',
  running: 'Is being written',
  waiting: 'Waits for you',
  ready: 'Written',
  failed: 'Failed',
  cancelled: 'Stopped by you',
}

const stepWords: Record<HowMade['times'][number]['step'], string> = {
  queue: 'Waiting its turn',
  fetching: 'Fetching the page',
  reading: 'Reading',
  planning: 'Planning',
  writing: 'Writing',
  checking: 'Checking',
  owner: 'Waiting for you',
}

const breakerWords: Record<string, string> = {
  closed: 'Asked as usual',
  probe: 'The model had failed several times, and this was the try whether it was back',
  open: 'The model had failed several times in a row and was left alone',
  unknown: 'Not known',
}

const whole = new Intl.NumberFormat('en')

export const statusOf = ({ status }: Pick<ShownRecord, 'status'>): string => statusWords[status]

/** What is to be known of one generation, line by line; what nobody knows has no line. */
export function factsOf(record: ShownRecord): Fact[] {
  const { model, promptVersion, tokens, requests, breaker, chosenPoints, repaired, error } = record
  const facts: [name: string, value: string | null][] = [
    ['Written by', writerOf(record)],
    ['Model', model && (record.byFallback ? `${model}, at the second provider` : model)],
    ['Instead of the model', record.switched && switchedSentence(record.switched)],
    [
      'Taken from before',
      record.cacheHit ? 'Yes: the same text with the same wishes had been written already' : null,
    ],
    ['Prompt', promptVersion],
    ['Points you chose', chosenPoints === null ? null : whole.format(chosenPoints)],
    [
      'Said once more',
      repaired === 0 ? null : `${counted(repaired, 'tweet')} that the source did not back at first`,
    ],
    ['Tokens', tokens && `${whole.format(tokens.input)} read, ${whole.format(tokens.output)} written`],
    ['Cost', requests === 0 ? 'Nothing, no model was asked' : costWords(record.costMicros)],
    ['Requests to a model', requests === 0 ? null : whole.format(requests)],
    ['Breaker', breaker && (breakerWords[breaker] ?? 'Not known')],
    ['Attempts', attemptsOf(record)],
    ['What went wrong', error],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
}

/** How long each step took, in words. */
export function timesOf({ times }: Pick<ShownRecord, 'times'>): Fact[] {
  return times.map(({ step, durationMs }) => ({ name: stepWords[step], value: durationWords(durationMs) }))
}

function writerOf({ writer }: ShownRecord): string | null {
  if (writer === null) return null
  return writer === 'builtin' ? 'The built-in writer, no model' : 'A model'
}

function attemptsOf({ runs, failures }: ShownRecord): string | null {
  if (failures === 0) return null
  return `${whole.format(runs)}, of which ${whole.format(failures)} did not succeed`
}

const counted = (count: number, noun: string) => `${whole.format(count)} ${noun}${count === 1 ? '' : 's'}`

/** Millionths of a dollar as a sum to read: "$0.0123"; what is less than a hundredth of a cent is said so. */
export function costWords(micros: number): string {
  if (micros === 0) return 'Nothing'
  if (micros < 100) return 'Less than $0.0001'
  return `About $${(micros / 1_000_000).toFixed(micros < 1_000_000 ? 4 : 2)}`
}

/** "Under 0.1 s", "0.4 s", "12 s", "3 min 5 s", "2 h 10 min", "3 days". */
export function durationWords(ms: number): string {
  if (ms < 50) return 'Under 0.1 s'
  const seconds = ms / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const all = Math.round(seconds)
  if (all < 60) return `${all} s`
  if (all < 3600) return `${Math.floor(all / 60)} min ${all % 60} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
  return `${Math.round(minutes / (24 * 60))} days`
}

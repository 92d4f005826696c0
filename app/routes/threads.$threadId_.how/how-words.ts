import type { PurposeCalls } from '#app/features/generation/calls-by-purpose.ts'
import type { Brief, HowMade } from '#app/features/generation/generation-facts.ts'
import { switchedSentence } from '#app/features/generation/switched-sentence.ts'
import type { GenerationStatus } from '#app/features/threads/generation-status.ts'
import { costWords, counted, durationWords, tokenWords, whole } from './figure-words.ts'

type InBrowser<Of> = Omit<Of, 'createdAt' | 'finishedAt'> & { createdAt: string; finishedAt: string | null }

/** A record as the browser has it: its moments as ISO 8601. */
export type ShownRecord = InBrowser<HowMade>
export type ShownBrief = InBrowser<Brief>

/** Who reads it: the thread's owner, or who looks after Threadr. */
export type Reader = 'owner' | 'staff'

export type Fact = { name: string; value: string }

const statusWords = (reader: Reader): Record<GenerationStatus, string> => ({
  queued: 'Waits its turn',
  running: 'Is being written',
  waiting: reader === 'owner' ? 'Waits for you' : 'Waits for its owner',
  ready: 'Written',
  failed: 'Failed',
  cancelled: reader === 'owner' ? 'Stopped by you' : 'Stopped by its owner',
})

const stepWords = (reader: Reader): Record<HowMade['times'][number]['step'], string> => ({
  queue: 'Waiting its turn',
  fetching: 'Fetching the page',
  reading: 'Reading',
  planning: 'Planning',
  writing: 'Writing',
  checking: 'Checking',
  owner: reader === 'owner' ? 'Waiting for you' : 'Waiting for its owner',
})

const breakerWords: Record<string, string> = {
  closed: 'Asked as usual',
  probe: 'The model had failed several times, and this was the try whether it was back',
  open: 'The model had failed several times in a row and was left alone',
  unknown: 'Not known',
}

const purposeWords: Record<string, string> = {
  plan: 'For the plan',
  thread: 'For the tweets',
  shorten: 'To shorten tweets',
  repair: 'To say tweets once more',
  candidates: 'For other words and openings',
}

export const statusOf = ({ status }: Pick<Brief, 'status'>, reader: Reader): string =>
  statusWords(reader)[status]

/** What is to be known of one generation, line by line; what nobody knows has no line. */
export function factsOf(record: ShownRecord, reader: Reader): Fact[] {
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
    [
      reader === 'owner' ? 'Points you chose' : 'Points chosen',
      chosenPoints === null ? null : whole.format(chosenPoints),
    ],
    [
      'Said once more',
      repaired === 0 ? null : `${counted(repaired, 'tweet')} that the source did not back at first`,
    ],
    ['Tokens', tokens && tokenWords(tokens)],
    ['Cost', requests === 0 ? 'Nothing, no model was asked' : costWords(record.costMicros)],
    ['Breaker', breaker && (breakerWords[breaker] ?? 'Not known')],
    ['Attempts', attemptsOf(record)],
    ['What went wrong', error],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
}

/** How long each step took, in words. */
export const timesOf = ({ times }: Pick<ShownRecord, 'times'>, reader: Reader): Fact[] =>
  times.map(({ step, durationMs }) => ({ name: stepWords(reader)[step], value: durationWords(durationMs) }))

/** What was asked of a model for each purpose, in words. */
export const requestsOf = (calls: readonly PurposeCalls[]): Fact[] =>
  calls.map(({ purpose, requests, failed, tokens, costMicros }) => ({
    name: purposeWords[purpose] ?? purpose,
    value: [
      failed === 0
        ? counted(requests, 'request')
        : `${counted(requests, 'request')}, of which ${whole.format(failed)} failed`,
      tokenWords(tokens),
      costWords(costMicros),
    ].join(' · '),
  }))

/** A generation in a line: how it stands, who wrote, with what, at what cost, in what time. */
export function briefly(brief: ShownBrief, reader: Reader): string {
  const { writer, model, tokens, requests, createdAt, finishedAt } = brief
  const tookMs = finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(createdAt)
  return [
    statusOf(brief, reader),
    model ?? (writer && (writer === 'builtin' ? 'built-in writer' : 'a model')),
    brief.cacheHit ? 'taken from before' : null,
    tokens && tokenWords(tokens),
    requests === 0 ? null : costWords(brief.costMicros),
    tookMs === null ? null : durationWords(tookMs),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

function writerOf({ writer }: ShownRecord): string | null {
  if (writer === null) return null
  return writer === 'builtin' ? 'The built-in writer, no model' : 'A model'
}

function attemptsOf({ runs, failures }: ShownRecord): string | null {
  if (failures === 0) return null
  return `${whole.format(runs)}, of which ${whole.format(failures)} did not succeed`
}

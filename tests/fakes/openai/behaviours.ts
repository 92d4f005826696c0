import type { ChatRequest } from './request-schema.ts'
import { articleIn, type ModelTweet, threadFromPrompt, threadObeyingPage } from './thread-from-prompt.ts'
import type { FinishReason } from './wire.ts'

/** How an answer travels. `everyMs` waits between writes, `bytesEach` tears events into writes of that many bytes. */
export type Travel = {
  charactersEach?: number
  everyMs?: number
  bytesEach?: number
  /** The body ends after so many bytes: `clean` as if all were well, `destroy` with the socket torn down. */
  cut?: { atByte: number; how: 'clean' | 'destroy' }
  /** After so many bytes nothing more comes, and the connection stays open. */
  stallAtByte?: number
}

/** What the fake does with one request. */
export type Behaviour =
  /** A thread made from the article in the prompt; answers a request to shorten with a short text. */
  | ({ kind: 'thread' } & Travel)
  /** These very tweets. */
  | ({ kind: 'tweets'; tweets: ModelTweet[] } & Travel)
  /** This very text as the model's words, whatever it is. */
  | ({ kind: 'text'; text: string; finish?: FinishReason } & Travel)
  /** This very body, whatever it is: server-sent events that no model would send. */
  | ({ kind: 'raw'; parts: string[] } & Travel)
  | { kind: 'error'; status: number; message?: string; code?: string; retryAfterSeconds?: number }
  /** Accepts the request and never answers. */
  | { kind: 'silent' }
  | ({ kind: 'malformed' } & Travel)
  | ({ kind: 'refusal'; words?: string } & Travel)
  | ({ kind: 'too-long' } & Travel)
  | ({ kind: 'content-filter' } & Travel)
  /** Every tweet is far over any network's limit but LinkedIn's; requests to shorten are answered well or badly. */
  | ({ kind: 'over-limit'; shortens: 'well' | 'badly' } & Travel)
  /** Does whatever the page says. */
  | ({ kind: 'obeys-page' } & Travel)

type Spoken = { content: string; refusal?: string; finish: FinishReason }

function asThread(tweets: ModelTweet[]): string {
  return JSON.stringify({ tweets: tweets.map(({ text, quotes }) => ({ quotes, text })) })
}

/** Whether the model is asked for one text rather than for a thread. */
function asksToShorten(request: ChatRequest): boolean {
  const format = request.response_format
  if (format?.type !== 'json_schema') return false
  const properties = format.json_schema.schema.properties
  return typeof properties === 'object' && properties !== null && !('tweets' in properties)
}

/** The text's first words, or all of it and more. */
function shortened(text: string, how: 'well' | 'badly'): string {
  const well = `${text.split(/\s+/).slice(0, 12).join(' ')}, in short.`
  return JSON.stringify({ text: how === 'well' ? well : `${text} ${sentenceOver(600)}` })
}

/** Sentences that run to at least `characters`. */
function sentenceOver(characters: number): string {
  let text = ''
  for (let count = 1; text.length < characters; count += 1)
    text += `This is sentence number ${count} of many. `
  return text.trim()
}

/** The model's words for a request; null for behaviours that never come to words. */
export function speak(behaviour: Behaviour, request: ChatRequest): Spoken | null {
  if (behaviour.kind === 'error' || behaviour.kind === 'silent' || behaviour.kind === 'raw') return null
  if (behaviour.kind === 'text')
    return { content: behaviour.text, finish: behaviour.finish === undefined ? 'stop' : behaviour.finish }
  if (behaviour.kind === 'refusal') {
    return { content: '', refusal: behaviour.words ?? "I'm sorry, I can't help with that.", finish: 'stop' }
  }
  if (asksToShorten(request)) {
    const how = behaviour.kind === 'over-limit' ? behaviour.shortens : 'well'
    return { content: shortened(articleIn(request), how), finish: 'stop' }
  }

  const tweets = threadFromPrompt(request)
  const half = asThread(tweets).slice(0, -Math.ceil(asThread(tweets).length / 3))
  switch (behaviour.kind) {
    case 'tweets':
      return { content: asThread(behaviour.tweets), finish: 'stop' }
    case 'malformed':
      return { content: `${asThread(tweets).slice(0, -2)},, "oops"`, finish: 'stop' }
    case 'too-long':
      return { content: half, finish: 'length' }
    case 'content-filter':
      return { content: half, finish: 'content_filter' }
    case 'over-limit':
      return {
        content: asThread(
          tweets.map(({ text, quotes }) => ({ text: `${text} ${sentenceOver(600)}`, quotes })),
        ),
        finish: 'stop',
      }
    case 'obeys-page':
      return { content: asThread(threadObeyingPage(request)), finish: 'stop' }
    default:
      return { content: asThread(tweets), finish: 'stop' }
  }
}

const byName: Record<string, Behaviour> = {
  slow: { kind: 'thread', everyMs: 120, charactersEach: 12 },
  busy: { kind: 'error', status: 429, retryAfterSeconds: 20 },
  broken: { kind: 'error', status: 500 },
  silent: { kind: 'silent' },
  stall: { kind: 'thread', stallAtByte: 2000 },
  cut: { kind: 'thread', cut: { atByte: 2000, how: 'clean' } },
  torn: { kind: 'thread', cut: { atByte: 2000, how: 'destroy' } },
  malformed: { kind: 'malformed' },
  refusal: { kind: 'refusal' },
  'too-long': { kind: 'too-long' },
  'content-filter': { kind: 'content-filter' },
  'over-limit': { kind: 'over-limit', shortens: 'well' },
  'over-limit-badly': { kind: 'over-limit', shortens: 'badly' },
  'obeys-page': { kind: 'obeys-page' },
}

/** The names that `fake:<name>` may have as a request's model, to choose a behaviour without any code. */
export const behaviourNames = Object.keys(byName)

/** The behaviour that a model's name asks for (`fake:slow`); a well-made thread for every other name. */
export function behaviourOfModel(model: string): Behaviour {
  return byName[model.replace(/^fake:/, '')] ?? { kind: 'thread' }
}

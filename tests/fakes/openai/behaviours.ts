import type { FinishReason } from './spoken.ts'
import type { ModelTweet } from './thread-from-prompt.ts'

/** How many tokens of the input the model's server says that it had kept; none without it. */
type Kept = { cachedTokens?: number }

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
  | ({ kind: 'thread' } & Kept & Travel)
  /** These very tweets. */
  | ({ kind: 'tweets'; tweets: ModelTweet[] } & Travel)
  /** This very text as the model's words, whatever it is. */
  | ({ kind: 'text'; text: string; finish?: FinishReason } & Kept & Travel)
  /** This very body, whatever it is: server-sent events that no model would send. */
  | ({ kind: 'raw'; parts: string[] } & Travel)
  | { kind: 'error'; status: number; message?: string; code?: string; retryAfterSeconds?: number }
  /** Accepts the request and never answers. */
  | { kind: 'silent' }
  /** Half of the answer, then word that it failed: `failed` as the response's own end, `event` as an error in between. */
  | ({ kind: 'fails-midway'; how: 'failed' | 'event'; code?: string } & Travel)
  | ({ kind: 'malformed' } & Travel)
  | ({ kind: 'refusal'; words?: string } & Travel)
  | ({ kind: 'too-long' } & Travel)
  | ({ kind: 'content-filter' } & Travel)
  /** Every tweet is far over any network's limit but LinkedIn's; requests to shorten are answered well or badly. */
  | ({ kind: 'over-limit'; shortens: 'well' | 'badly' } & Travel)
  /** Does whatever the page says. */
  | ({ kind: 'obeys-page' } & Travel)

/** About 100 tokens a second, at four characters a token: what hosted small models do. */
export const usualPace = { charactersEach: 16, everyMs: 40 }

const byName: Record<string, Behaviour> = {
  slow: { kind: 'thread', everyMs: 120, charactersEach: 12 },
  busy: { kind: 'error', status: 429, retryAfterSeconds: 20 },
  steady: { kind: 'thread', ...usualPace },
  'busy-without-wait': { kind: 'error', status: 429 },
  broken: { kind: 'error', status: 500 },
  silent: { kind: 'silent' },
  stall: { kind: 'thread', stallAtByte: 2000 },
  cut: { kind: 'thread', cut: { atByte: 2000, how: 'clean' } },
  torn: { kind: 'thread', cut: { atByte: 2000, how: 'destroy' } },
  'fails-midway': { kind: 'fails-midway', how: 'failed' },
  'error-midway': { kind: 'fails-midway', how: 'event' },
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

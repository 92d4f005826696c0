import { sentences } from '#app/features/segmentation/sentences.ts'
import { quoteLocator } from '#app/features/support/locate-quotes.ts'
import { type ChatClientOptions, createChatClient } from '#app/integrations/openai/chat.server.ts'
import type { ChatClient } from '#app/integrations/openai/chat.ts'
import { createModelDoor } from '#app/integrations/openai/door/door.ts'
import { type ModelLine, openLine } from '#app/integrations/openai/door/line.ts'
import { modelMalformed, modelStopped } from '#app/integrations/openai/failures.ts'
import { AppError } from '#app/platform/errors.ts'
import { alwaysClosed } from '#app/platform/resilience/breaker.ts'
import { fewestTweets } from '../options.ts'
import type { Writer, WriterEvent, WriterInput, WrittenTweet } from '../writer.ts'
import { tweetCleaner } from './clean-tweet.ts'
import { closeThread } from './close-thread.ts'
import { planThread } from './plan-thread.ts'
import { prepareTweet } from './prepare-tweet.ts'
import { threadRequest } from './prompt.ts'
import { repairTweets } from './repair-tweets.ts'
import { mostOf, roomFor } from './room.ts'
import { createTally } from './tally.ts'
import { threadReader } from './thread-reader.ts'
import type { ModelTweet } from './thread-schema.ts'

/** What a generation's record may want to know beside the tweets. */
export type WriterNote =
  | { note: 'fewer-than-asked'; asked: number; written: number }
  | { note: 'over-limit'; position: number; how: 'shortened' | 'cut' }
  | { note: 'mentions-removed'; position: number; count: number }

/** The way to a model: a line, or what one of one try to one model is made of. */
type Way =
  | { line: ModelLine }
  | (ChatClientOptions & {
      /** In place of the client that would be made from the other options. */
      client?: ChatClient
    })

export type OpenAiWriterOptions = Way & {
  onNote?: (note: WriterNote) => void
  /** How long the rest of an answer with more tweets than asked is listened to for its token counts; 3 s without it. */
  drainMs?: number
}

function tooFew(written: number, { source, options, plan }: WriterInput): AppError | null {
  const asked = options.length
  if (written === 0) return modelMalformed('The answer holds no tweet')
  // Who has chosen the points wants each of them.
  if (asked === null || written >= (plan?.isChosen ? asked : Math.min(asked, fewestTweets))) return null
  if (sentences(source.text).length < asked) return null
  return new AppError(
    'model-too-few',
    'The writing model wrote too few tweets to make a thread. Try again.',
    {
      status: 502,
      retryable: true,
    },
  )
}

function lineOf(way: Way): ModelLine {
  if ('line' in way) return way.line
  const client = way.client ?? createChatClient(way)
  const provider = { name: 'first', model: way.model, client, breaker: alwaysClosed }
  return openLine(createModelDoor({ providers: [provider], tries: 1 }), null)
}

/**
 * The writer that asks an OpenAI-compatible model, and trusts it with nothing: every tweet is parsed, cleaned of links
 * and handles that aren't the source's or the person's, brought within the limit, and given the passages of the source
 * that its quotes are found in. The first tweet is given as soon as the model has written it.
 *
 * Throws AppErrors, `retryable` where the same attempt may succeed later: model-key-refused, model-request-refused,
 * model-out-of-credit, model-refused, model-too-long (never); model-busy, model-unavailable, model-unreachable,
 * model-timed-out, model-stalled, model-cut-short, model-malformed, model-too-few, model-stopped, model-resting (yes),
 * and those of its money. The line tries again only before the first tweet. Tweets given before an error belong to no thread.
 */
export function createOpenAiWriter(options: OpenAiWriterOptions): Writer {
  const line = lineOf(options)
  const { onNote: note = () => {}, drainMs = 3_000 } = options

  async function* write(input: WriterInput): AsyncGenerator<WriterEvent> {
    const { source, options: wishes, network, signal } = input
    if (signal.aborted) throw modelStopped(signal.reason)
    const most = mostOf(wishes)
    const room = roomFor(network, wishes)
    const clean = tweetCleaner(source, wishes)
    const locate = quoteLocator(source.text)
    const tally = createTally()
    const given = new Set<string>()
    yield { type: 'planned', tweets: wishes.length }

    const prepare = async (said: ModelTweet): Promise<WrittenTweet | null> => {
      const position = given.size + 1
      const asking = { line, room, signal, tally }
      const { text, spans, how, removed } = await prepareTweet(said, position, { locate, clean, ...asking })
      if (removed > 0) note({ note: 'mentions-removed', position, count: removed })
      if (how !== 'as-is') note({ note: 'over-limit', position, how })
      // A model that runs in circles says the same again; nobody posts a tweet twice.
      if (text === '' || given.has(text)) return null
      given.add(text)
      return { text, spans }
    }

    const closing = function* (last: WrittenTweet | null): Generator<WriterEvent> {
      const mayAppend = given.size < most
      // The title is the page's own too.
      const title = clean((source.title ?? '').replace(/\s+/gu, ' '), 0, []).text
      const carried = { callToAction: wishes.callToAction, url: source.url, title }
      const texts = closeThread(last?.text ?? '', carried, room, mayAppend)
      for (const [index, text] of texts.entries()) {
        if (text === '') continue
        const own = title !== '' && text.startsWith(title) ? locate([title]) : []
        yield { type: 'tweet', tweet: { text, spans: last && index === 0 ? last.spans : own } }
      }
    }

    const ending = function* (last: WrittenTweet | null): Generator<WriterEvent> {
      const written = given.size
      yield* closing(last)
      if (wishes.length !== null && written < wishes.length)
        note({ note: 'fewer-than-asked', asked: wishes.length, written })
    }

    const stop = new AbortController()
    const stream = line.stream(threadRequest(input, room), {
      signal: AbortSignal.any([signal, stop.signal]),
      purpose: 'thread',
      reader: threadReader,
    })
    /** The newest tweet, kept until the next character tells whether it is the last; the first is never kept. */
    let held: WrittenTweet | null = null
    /** Whether there were as many as may be, so that whatever the answer's rest is counts for nothing. */
    let isClosed = false
    /** Whether its list of tweets has ended. */
    let isTold = false
    let drain: NodeJS.Timeout | null = null
    try {
      for await (const reading of stream) {
        if (reading.type === 'done') tally.add(reading)
        if (isClosed || isTold) continue
        if (reading.type === 'more' && held) {
          yield { type: 'tweet', tweet: held }
          held = null
        }
        // Nothing follows the last tweet, so that it need not wait for the answer's own end; too few are told by that.
        if (reading.type === 'end' && !tooFew(given.size, input)) {
          yield* ending(held)
          isTold = true
        }
        if (reading.type !== 'tweet') continue
        const tweet = await prepare(reading.tweet)
        if (!tweet) continue
        if (given.size >= most) {
          yield* closing(tweet)
          isClosed = true
          drain = setTimeout(() => stop.abort(), drainMs)
        } else if (given.size === 1) yield { type: 'tweet', tweet }
        else held = tweet
      }
    } catch (error) {
      if (!isClosed || signal.aborted) throw error
    } finally {
      if (drain) clearTimeout(drain)
      stop.abort()
    }

    const failure = isClosed || isTold ? null : tooFew(given.size, input)
    if (failure) throw failure
    const by = tally.writtenBy()
    if (by) yield { type: 'written-by', ...by }
  }

  return {
    name: 'openai',
    plan: (input) => planThread(input, line),
    write,
    repair: (input, doubted) => repairTweets(input, doubted, line),
  }
}

import { z } from 'zod'
import { threadFault } from '../thread-fault.ts'
import type { WriterEvent, WriterInput } from '../writer.ts'
import { writerNames } from '../writer-names.ts'

const offset = z.number().int().nonnegative()

/** A thread as its writer wrote it. */
export const keptThreadSchema = z.object({
  writer: z.enum(writerNames),
  promptVersion: z.string(),
  /** As the model names itself; null where it doesn't. */
  model: z.string().nullable(),
  /** How many tweets the writer said were to come. */
  planned: z.number().int().positive().nullable(),
  tweets: z
    .array(z.object({ text: z.string(), spans: z.array(z.object({ start: offset, end: offset })) }))
    .min(1),
  /** Whose it is; null for everybody's. */
  owner: z.union([z.strictObject({ userId: z.uuid() }), z.strictObject({ visitorId: z.uuid() })]).nullable(),
})
export type KeptThread = z.infer<typeof keptThreadSchema>

/** Whether a kept thread can stand as an answer: of the wished length, within the limits, about this text. */
export function fits({ tweets }: KeptThread, { source, options, network }: WriterInput): boolean {
  if (options.length !== null && tweets.length < options.length) return false
  const end = source.text.length
  if (tweets.some(({ spans }) => spans.some((span) => span.start > span.end || span.end > end))) return false
  return (
    threadFault(
      tweets.map(({ text }) => text),
      { options, network },
    ) === null
  )
}

/** What a writer would tell, of a thread that was kept: it costs nothing now. */
export function* retold({ model, planned, tweets, promptVersion }: KeptThread): Generator<WriterEvent> {
  yield { type: 'cached' }
  yield { type: 'planned', tweets: planned }
  for (const tweet of tweets) yield { type: 'tweet', tweet }
  if (model !== null) yield { type: 'written-by', model, promptVersion }
}

/**
 * Passes on what a writer tells, and gives in the end what is to be kept of it. Null where it told something beside
 * plan, tweets and who wrote, such as that another writer took over, and where another provider wrote of it: then it isn't
 * the thread that was asked for. A tweet that was said better in the end is kept as that.
 */
export async function* gathered(
  events: AsyncIterable<WriterEvent>,
  about: Pick<KeptThread, 'writer' | 'promptVersion' | 'owner'>,
): AsyncGenerator<WriterEvent, KeptThread | null> {
  const thread: KeptThread = { ...about, model: null, planned: null, tweets: [] }
  let isPlain = true
  for await (const event of events) {
    if (event.type === 'planned') thread.planned = event.tweets
    else if (event.type === 'tweet') thread.tweets.push(event.tweet)
    else if (event.type === 'repaired') thread.tweets[event.position - 1] = event.tweet
    else if (event.type === 'written-by') {
      thread.model = event.model
      isPlain &&= event.byAnother !== true
    } else isPlain &&= event.type === 'points' || event.type === 'checking'
    yield event
  }
  return isPlain ? thread : null
}

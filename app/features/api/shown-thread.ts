import type { z } from 'zod'
import type { GenerationView } from '#app/features/generation/progress.ts'
import type { ThreadWithSource } from '#app/features/threads/read-thread.ts'
import type { StoredTweet } from '#app/features/threads/stored-tweet.ts'
import { paths } from '#app/paths.ts'
import type { progressAnswerSchema, threadSchema, tweetSchema } from './contract/answers.ts'

/** A thread as the API shows it. */
export function shownThread(
  thread: ThreadWithSource,
  { status, error }: GenerationView,
  appUrl: string,
): z.input<typeof threadSchema> {
  const { id, title, version, numbering, language, model, createdAt, trashedAt, source, snapshot } = thread
  // While it is written again, what was read last need not be the text that its tweets refer to.
  const text = status === 'ready' ? (snapshot?.text ?? null) : null
  return {
    id,
    title,
    status,
    version,
    numbering,
    language,
    model,
    createdAt: createdAt.toISOString(),
    trashedAt: trashedAt?.toISOString() ?? null,
    page: appUrl + paths.thread(id),
    source: { id: source.id, origin: source.origin, url: source.url, title: snapshot?.title ?? null },
    tweets: thread.tweets.map((tweet) => shownTweet(tweet, text)),
    error,
  }
}

/** A tweet with the words of its passages, where their text is at hand. */
export function shownTweet(tweet: StoredTweet, text: string | null): z.input<typeof tweetSchema> {
  const { spans, ...shown } = tweet
  const quote = (start: number, end: number) => (text === null ? null : text.slice(start, end))
  return { ...shown, support: spans.map(({ start, end }) => ({ start, end, quote: quote(start, end) })) }
}

export function shownProgress(view: GenerationView): z.input<typeof progressAnswerSchema> {
  const { status, seq, ahead, error, progress } = view
  const { steps, planned, writer, tweets } = progress
  return {
    status,
    seq,
    ahead,
    planned,
    writer,
    steps,
    tweets: tweets.map(({ spans, ...tweet }) => ({ ...tweet, support: spans })),
    error,
  }
}

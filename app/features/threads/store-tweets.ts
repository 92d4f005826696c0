import { countWords } from '#app/features/segmentation/count-words.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Execute } from '#app/platform/transaction.server.ts'
import type { StoredTweet } from './stored-tweet.ts'

/**
 * Makes these the tweets of a thread, in their order: others go, those that were there stay the same rows. Throws
 * `tweet-not-found` (404) where an id belongs to another thread's tweet.
 */
export async function storeTweets(
  execute: Execute,
  threadId: string,
  tweets: readonly Omit<StoredTweet, 'position'>[],
): Promise<void> {
  const rows = tweets.map((tweet, index) => ({
    ...tweet,
    words: countWords(tweet.text),
    position: index + 1,
  }))
  const ids = tweets.map(({ id }) => id)
  await execute('delete from tweets where thread_id = $1::uuid and not (id = any($2::uuid[]))', [
    threadId,
    ids,
  ])
  // Out of the way of one another while they move: no two may share a position even for a moment.
  await execute('update tweets set position = position + 10000 where thread_id = $1::uuid', [threadId])
  const stored = await execute(
    `insert into tweets as kept (id, thread_id, position, text, word_count, spans, verdict, reasons, is_opinion, is_locked)
     select id, $1::uuid, position, text, words, spans, verdict, reasons, "isOpinion", "isLocked"
     from jsonb_to_recordset($2::jsonb)
       as given (id uuid, position int, text text, words int, spans jsonb, verdict verdict, reasons jsonb,
                 "isOpinion" boolean, "isLocked" boolean)
     on conflict (id) do update set
       position = excluded.position, text = excluded.text, word_count = excluded.word_count, spans = excluded.spans,
       verdict = excluded.verdict, reasons = excluded.reasons, is_opinion = excluded.is_opinion, is_locked = excluded.is_locked
     where kept.thread_id = excluded.thread_id`,
    [threadId, JSON.stringify(rows)],
  )
  if (stored !== tweets.length)
    throw new AppError('tweet-not-found', 'This tweet is not of this thread: load the page again.', {
      status: 404,
    })
}

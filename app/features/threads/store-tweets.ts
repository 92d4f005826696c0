import { isDeepStrictEqual } from 'node:util'
import { countWords } from '#app/features/segmentation/count-words.ts'
import { AppError } from '#app/platform/errors.ts'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'
import { type StoredTweet, storedTweetSchema } from './stored-tweet.ts'

/**
 * Makes these the tweets of a thread, in their order: others go, those that were there stay the same rows, and what is as
 * it was isn't written. `before` is what stands of it. Throws `tweet-not-found` (404) where an id
 * belongs to another thread's tweet.
 */
export async function storeTweets(
  tx: Within,
  threadId: string,
  tweets: readonly Omit<StoredTweet, 'position'>[],
  before: readonly StoredTweet[],
): Promise<void> {
  const was = new Map(before.map((tweet) => [tweet.id, tweet]))
  const after = tweets.map((tweet, index) => ({ ...tweet, position: index + 1 }))
  const kept = new Set(after.map(({ id }) => id))
  const gone = [...was.keys()].filter((id) => !kept.has(id))
  const moved = after.filter(({ id, position }) => was.has(id) && was.get(id)?.position !== position)
  const rows = after
    .filter((tweet) => !isDeepStrictEqual(storedTweetSchema.parse(tweet), was.get(tweet.id)))
    .map((tweet) => ({ ...tweet, words: countWords(tweet.text) }))
  if (gone.length > 0)
    await rowsOf(tx, 'delete from tweets where thread_id = $1::uuid and id = any($2::uuid[])', [
      threadId,
      gone,
    ])
  // Out of the way of one another while they move: no two may share a position even for a moment.
  if (moved.length > 0)
    await rowsOf(
      tx,
      'update tweets set position = position + 10000 where thread_id = $1::uuid and id = any($2::uuid[])',
      [threadId, moved.map(({ id }) => id)],
    )
  if (rows.length === 0) return
  const stored = await rowsOf(
    tx,
    `insert into tweets as kept (id, thread_id, position, text, word_count, spans, verdict, reasons, is_opinion, is_locked)
     select id, $1::uuid, position, text, words, spans, verdict, reasons, "isOpinion", "isLocked"
     from jsonb_to_recordset($2::jsonb)
       as given (id uuid, position int, text text, words int, spans jsonb, verdict verdict, reasons jsonb,
                 "isOpinion" boolean, "isLocked" boolean)
     on conflict (id) do update set
       position = excluded.position, text = excluded.text, word_count = excluded.word_count, spans = excluded.spans,
       verdict = excluded.verdict, reasons = excluded.reasons, is_opinion = excluded.is_opinion, is_locked = excluded.is_locked
     where kept.thread_id = excluded.thread_id
     returning id`,
    [threadId, JSON.stringify(rows)],
  )
  if (stored.length !== rows.length)
    throw new AppError('tweet-not-found', 'This tweet is not of this thread: load the page again.', {
      status: 404,
    })
}

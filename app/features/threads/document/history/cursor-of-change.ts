import type { Cursor } from '../edits/outcome.ts'
import type { DocumentTweet, ThreadDocument } from '../thread-document.ts'
import { textChange } from './text-change.ts'

/**
 * Where the person looks after one document became another: behind the text that changed (in `preferred` if that is among
 * the changed), else at the end of a tweet that came, else at what moved or was marked, else where one was taken out.
 * Null where it may stay as it is.
 */
export function cursorOfChange(from: ThreadDocument, to: ThreadDocument, preferred?: string): Cursor | null {
  const old = new Map(from.tweets.map((tweet) => [tweet.id, tweet]))
  const inOrder = preferred === undefined ? to.tweets : preferredFirst(to.tweets, preferred)
  for (const tweet of inOrder) {
    const change = textChange(old.get(tweet.id)?.text ?? tweet.text, tweet.text)
    if (change) return cursorAt(tweet, change.newEnd)
  }
  const added = to.tweets.find(({ id }) => !old.has(id))
  if (added) return cursorAt(added, added.text.length)
  if (to.tweets.length < from.tweets.length) return cursorAtGap(from, to)
  const marked = to.tweets.find((tweet) => old.get(tweet.id) !== tweet)
  const moved = inOrder.find((tweet) => from.tweets.indexOf(tweet) !== to.tweets.indexOf(tweet))
  const touched = marked ?? moved
  return touched ? cursorAt(touched, touched.text.length) : null
}

const cursorAt = ({ id }: DocumentTweet, at: number): Cursor => ({ tweetId: id, start: at, end: at })

function preferredFirst(tweets: readonly DocumentTweet[], preferred: string): DocumentTweet[] {
  return [...tweets.filter(({ id }) => id === preferred), ...tweets.filter(({ id }) => id !== preferred)]
}

/** The end of the tweet before the first that was taken out, or the start of what is first now. */
function cursorAtGap(from: ThreadDocument, to: ThreadDocument): Cursor | null {
  const left = new Set(to.tweets.map(({ id }) => id))
  const gap = from.tweets.findIndex(({ id }) => !left.has(id))
  const before = from.tweets.slice(0, gap).at(-1)
  const beside = to.tweets.find(({ id }) => id === before?.id)
  if (beside) return cursorAt(beside, beside.text.length)
  const [first] = to.tweets
  return first ? cursorAt(first, 0) : null
}

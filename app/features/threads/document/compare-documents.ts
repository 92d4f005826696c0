import { type WordChange, wordByWord } from '#app/features/sources/compare-texts.ts'
import { changesSentence } from './changes-sentence.ts'
import { stayed } from './merge/stayed.ts'
import type { DocumentTweet, ThreadDocument } from './thread-document.ts'
import type { TweetChange } from './tweet-change.ts'

export type DocumentChanges = {
  /** In the order of the later document; a removed tweet stands after the one that it stood after. */
  tweets: TweetChange[]
  numberingChanged: boolean
  /** "2 tweets changed, 1 added." */
  summary: string
}

/** What turns one document into another, for a person to read. Passages alone, which the check finds, are no change. */
export function compareDocuments(before: ThreadDocument, after: ThreadDocument): DocumentChanges {
  const old = new Map(before.tweets.map((tweet) => [tweet.id, tweet]))
  const unmoved = stayed([...old.keys()], idsOf(after))
  const changes = after.tweets.map((tweet) => changeOf(old.get(tweet.id), tweet, !unmoved.has(tweet.id)))
  const tweets = withRemoved(changes, before)
  const numberingChanged = before.numbering !== after.numbering
  const marks = { before: old, after: after.tweets }
  const titleChanged = (before.title ?? null) !== (after.title ?? null)
  return {
    tweets,
    numberingChanged,
    summary: changesSentence(tweets, marks, {
      numbering: numberingChanged ? after.numbering : null,
      title: titleChanged ? { now: after.title ?? null } : null,
    }),
  }
}

const idsOf = ({ tweets }: ThreadDocument) => tweets.map(({ id }) => id)

function changeOf(was: DocumentTweet | undefined, tweet: DocumentTweet, isElsewhere: boolean): TweetChange {
  if (!was) return cameOrWent(tweet, 'added')
  const isChanged = was.text !== tweet.text
  return {
    tweetId: tweet.id,
    kind: isChanged ? 'changed' : isElsewhere ? 'moved' : 'same',
    isMoved: isElsewhere,
    words: isChanged ? wordByWord(was.text, tweet.text) : wordsOf(tweet.text, 'same'),
    lockedChanged: was.isLocked !== tweet.isLocked,
    opinionChanged: was.isOpinion !== tweet.isOpinion,
  }
}

function cameOrWent({ id, text }: DocumentTweet, kind: 'added' | 'removed'): TweetChange {
  const words = wordsOf(text, kind)
  return { tweetId: id, kind, isMoved: false, words, lockedChanged: false, opinionChanged: false }
}

const wordsOf = (text: string, change: WordChange['change']): WordChange[] =>
  text === '' ? [] : [{ text, change }]

function withRemoved(changes: readonly TweetChange[], before: ThreadDocument): TweetChange[] {
  const list = [...changes]
  let place = 0
  for (const tweet of before.tweets) {
    const at = list.findIndex(({ tweetId }) => tweetId === tweet.id)
    if (at >= 0) place = at + 1
    else list.splice(place++, 0, cameOrWent(tweet, 'removed'))
  }
  return list
}

import { longestTweet, mostSpans } from '../document-limits.ts'
import { distinct } from '../edits/merge-with-next.ts'
import { emptyTweet } from '../edits/take-tweet.ts'
import type { DocumentTweet, ThreadDocument } from '../thread-document.ts'
import { mergeOrder } from './merge-order.ts'
import { mergedText, mergeTexts } from './merge-texts.ts'

/**
 * What a person has to look at: the whole texts of one tweet on each side, null where it isn't there. `text`: both changed
 * the same words; the merged tweet has mine there, and `mergeTexts` gives the pieces to choose from. `removed`: one side
 * took it out while the other changed it; the merged document keeps it as the other has it.
 */
export type Conflict = {
  kind: 'text' | 'removed'
  tweetId: string
  base: string | null
  mine: string | null
  theirs: string | null
}

export type MergedDocument = { merged: ThreadDocument; conflicts: Conflict[] }

/**
 * Merges two changes of a document, tweet by tweet by their ids: texts word by word; of numbering, lock and opinion the
 * side that changed it; of titles mine where both changed it; passages of both where both changed them. Every tweet that either side has and neither removed is
 * there once, in an order that follows both. A text that would come to more than 4,000 characters (UTF-16 units) is a
 * conflict. Exchanging the sides gives the same document unless there are conflicts; a side that changed nothing gives the
 * other. Tweets that are as mine has them are mine's objects. Never throws. It may hold more than 100 tweets where both
 * sides added many: whoever saves it has to tell.
 */
export function mergeDocuments(
  base: ThreadDocument,
  mine: ThreadDocument,
  theirs: ThreadDocument,
): MergedDocument {
  const [inBase, inMine, inTheirs] = [byId(base), byId(mine), byId(theirs)]
  const merged = new Map<string, DocumentTweet>()
  const conflicts: Conflict[] = []
  for (const id of new Set([...inMine.keys(), ...inTheirs.keys()])) {
    const sides = { base: inBase.get(id), mine: inMine.get(id), theirs: inTheirs.get(id) }
    const { tweet, conflict } = mergeTweets(id, sides)
    if (tweet) merged.set(id, tweet)
    if (conflict) conflicts.push(conflict)
  }
  const order = mergeOrder(
    [...inBase.keys()],
    [...inMine.keys()],
    [...inTheirs.keys()],
    new Set(merged.keys()),
  )
  const tweets = order.flatMap((id) => merged.get(id) ?? [])
  const places = new Map(order.map((id, at) => [id, at]))
  conflicts.sort((a, b) => (places.get(a.tweetId) ?? 0) - (places.get(b.tweetId) ?? 0))
  const numbering = changed(base.numbering, mine.numbering, theirs.numbering)
  const title = changed(base.title, mine.title, theirs.title)
  return { merged: reused({ ...mine, title, numbering, tweets }, [mine, theirs]), conflicts }
}

const byId = ({ tweets }: ThreadDocument) => new Map(tweets.map((tweet) => [tweet.id, tweet]))

/** Of a thing the value that differs from the base, if a side changed it; mine where both did. */
const changed = <Value>(base: Value, mine: Value, theirs: Value) => (mine === base ? theirs : mine)

type Sides = Record<'base' | 'mine' | 'theirs', DocumentTweet | undefined>
type MergedTweet = { tweet?: DocumentTweet; conflict?: Conflict }

function mergeTweets(tweetId: string, sides: Sides): MergedTweet {
  const { base, mine, theirs } = sides
  const conflictOf = (kind: Conflict['kind']): Conflict => {
    return { kind, tweetId, base: base?.text ?? null, mine: mine?.text ?? null, theirs: theirs?.text ?? null }
  }
  if (mine && theirs) {
    const { tweet, isConflict } = mergeBoth(base ?? emptyTweet(tweetId), mine, theirs)
    return isConflict ? { tweet, conflict: conflictOf('text') } : { tweet }
  }
  const left = mine ?? theirs
  if (!left) return {}
  if (!base) return { tweet: left }
  return isEdited(base, left) ? { tweet: left, conflict: conflictOf('removed') } : {}
}

/** Whether its owner changed it; passages alone are what the check found. */
const isEdited = (base: DocumentTweet, now: DocumentTweet) =>
  base.text !== now.text || base.isOpinion !== now.isOpinion || base.isLocked !== now.isLocked

function mergeBoth(base: DocumentTweet, mine: DocumentTweet, theirs: DocumentTweet) {
  if (mine === theirs || theirs === base) return { tweet: mine, isConflict: false }
  if (mine === base) return { tweet: theirs, isConflict: false }
  const { text, isConflict } = mergeText(base.text, mine.text, theirs.text)
  const tweet = {
    ...mine,
    text,
    spans: mergeSpans(base.spans, mine.spans, theirs.spans),
    isOpinion: changed(base.isOpinion, mine.isOpinion, theirs.isOpinion),
    isLocked: changed(base.isLocked, mine.isLocked, theirs.isLocked),
  }
  return { tweet: sameTweet(tweet, mine) ? mine : sameTweet(tweet, theirs) ? theirs : tweet, isConflict }
}

function mergeText(base: string, mine: string, theirs: string): { text: string; isConflict: boolean } {
  if (mine === theirs || theirs === base) return { text: mine, isConflict: false }
  if (mine === base) return { text: theirs, isConflict: false }
  const segments = mergeTexts(base, mine, theirs)
  const text = mergedText(segments)
  if (text.length > longestTweet) return { text: mine, isConflict: true }
  return { text, isConflict: segments.some(({ kind }) => kind === 'conflict') }
}

type Spans = DocumentTweet['spans']

function mergeSpans(base: Spans, mine: Spans, theirs: Spans): Spans {
  if (sameSpans(mine, theirs) || sameSpans(theirs, base)) return mine
  if (sameSpans(mine, base)) return theirs
  return distinct([...mine, ...theirs]).slice(0, mostSpans)
}

const sameSpans = (a: Spans, b: Spans) =>
  a === b ||
  (a.length === b.length && a.every(({ start, end }, at) => b[at]?.start === start && b[at].end === end))

const sameTweet = (a: DocumentTweet, b: DocumentTweet) =>
  a === b || (!isEdited(a, b) && sameSpans(a.spans, b.spans))

/** The side that the merged document is equal to, if there is one, so that nobody takes it for a change. */
function reused(merged: ThreadDocument, sides: readonly ThreadDocument[]): ThreadDocument {
  const same = sides.find(
    ({ title, numbering, tweets }) =>
      title === merged.title &&
      numbering === merged.numbering &&
      tweets.length === merged.tweets.length &&
      tweets.every((tweet, at) => tweet === merged.tweets[at]),
  )
  return same ?? merged
}

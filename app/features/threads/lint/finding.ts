import type { Network } from '#app/features/counting/networks.ts'
import type { Reason, Verdict } from '#app/features/support/verdict.ts'
import type { Outcome } from '../document/edits/outcome.ts'
import type { DocumentTweet, ThreadDocument } from '../document/thread-document.ts'

/** A thread as it is looked at before it leaves. */
export type LintedThread = {
  document: ThreadDocument
  network: Network
  /** Of a post, where it is another than the network's own, as on many a Mastodon server. */
  limit: number | null
  /** What the source says of each tweet, by its id; one that isn't here wasn't checked. */
  support: ReadonlyMap<string, { verdict: Verdict | null; reasons: readonly Reason[] }>
  /** BCP 47, of the tweets; null where nobody knows. */
  language: string | null
  /** The address of the source: its site's name is meant as a link. Null for a text or a file. */
  sourceUrl: string | null
}

export const levels = ['stops', 'look', 'know'] as const
/** `stops` keeps it from being posted, `look` may be meant so or not, `know` is worth knowing. */
export type Level = (typeof levels)[number]

type FindingCode =
  | 'empty'
  | 'over-limit'
  | 'same-text'
  | 'alike'
  | 'cashtags'
  | 'link'
  | 'mention'
  | 'hashtag'
  | 'doubted'
  | 'link-cost'

/** What would be done about a finding: an edit like any other, made only when its owner says so. */
export type Fix = {
  /** What its button says. */
  label: string
  /** What can't be seen in the words alone; null where they tell everything. */
  note: string | null
  /** `newId` gives the id of each further tweet. */
  edit: (document: ThreadDocument, newId: () => string) => Outcome
}

export type Finding = {
  /** Names it among the findings of one state of a thread. */
  key: string
  code: FindingCode
  level: Level
  tweetId: string
  /** From 1. */
  position: number
  /** What there is, as a sentence for the thread's owner. */
  message: string
  fix: Fix | null
}

/** What is told of a finding; what would mend it is found anew where it is asked for. */
export type Hint = Omit<Finding, 'fix'>

/** One tweet of the thread that is looked at. */
export type Looked = { tweet: DocumentTweet; position: number; thread: LintedThread }

/** A finding on a tweet; `at` tells several of one kind in a tweet apart: a UTF-16 offset. */
export function found(
  { tweet, position }: Pick<Looked, 'tweet' | 'position'>,
  { at = 0, ...rest }: Pick<Finding, 'code' | 'level' | 'message' | 'fix'> & { at?: number },
): Finding {
  return { key: `${rest.code}:${tweet.id}:${at}`, tweetId: tweet.id, position, ...rest }
}

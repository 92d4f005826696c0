import type { Feature } from '#app/features/billing/plans.ts'
import type {
  CandidateKind,
  CandidateText,
  TweetWish,
} from '#app/features/generation/candidates/candidate.ts'
import type { GenerationView } from '#app/features/generation/progress.ts'
import type { WordChange } from '#app/features/sources/compare-texts.ts'
import type { FeedItem } from '#app/features/sources/document.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import type { Hint } from '#app/features/threads/lint/finding.ts'
import type { StoredTweet } from '#app/features/threads/stored-tweet.ts'
import type { InLibrary } from './LibraryDeeds.tsx'

export type ShownThread = {
  id: string
  title: string
  /** As its owner called it; null where it is called as its source is, which `sourceTitle` says. */
  ownTitle: string | null
  sourceTitle: string
  network: 'x'
  /** Of a tweet, in the network's own count. */
  limit: number
  numbering: boolean
  /** BCP 47, of its tweets; null where it is the source's own. */
  language: string | null
  /** Grows with every change of its tweets. */
  version: number
  /** ISO 8601. */
  createdAt: string
  sourceId: string
}

export type ShownSource = Pick<
  Snapshot,
  'kind' | 'url' | 'title' | 'siteName' | 'byline' | 'publishedAt' | 'language' | 'text' | 'blocks'
>

export type StartOver = { to: string; label: 'Change the address' | 'Choose another file' }

/** One point of a plan, by its number in it, with the words of the source that hold it. */
export type ShownPoint = { number: number; text: string; passages: string[] }

/** A plan that waits for its owner to choose from it; `snapshotId` tells of which text it was made. */
export type ShownPlan = { snapshotId: string; points: ShownPoint[] }

/** Why a choice was refused, and the form's fields as they were sent. */
export type RefusedPlan = { error: string; values: Record<string, string> }

/** What was asked for a tweet or a passage, and what came of it. */
export type ShownCandidate = {
  id: string
  kind: CandidateKind
  /** The position of the tweet that it stands under. */
  under: number
  status: 'queued' | 'ready' | 'failed'
  /** Why nothing came of it. */
  error: string | null
  /** Sentences about how it came to be. */
  notes: string[]
  texts: (Pick<CandidateText, 'text' | 'verdict' | 'reasons'> & {
    /** In the network's own count, its number included. */
    length: number
    /** What it changes of the tweet; null where it stands for itself. */
    words: WordChange[] | null
  })[]
}

/** A stored tweet as far as it can be changed. */
export type Kept = {
  id: string
  isOpinion: boolean
  isLocked: boolean
  /** The thread's, which a change has to name. */
  version: number
  /** What may be asked for it. */
  wishes: TweetWish[]
  /** What was asked for it, or is to stand after it. */
  candidates: ShownCandidate[]
}

/** A tweet's change that was sent without JavaScript and not made: why, and what was typed, if anything was. */
export type RefusedChange = { error: string; tweetId: string | null; text: string | null }

export type ThreadPageProps = {
  thread: ShownThread
  library?: InLibrary
  /** Null until it has been read. */
  source: ShownSource | null
  generation: GenerationView
  /** The stored tweets; without them, those of the generation's progress are shown. */
  tweets?: StoredTweet[]
  /** Name of the model that wrote it, where one did and it is known. */
  model?: string | null
  canRetry: boolean
  canCancel: boolean
  /** The form again, for a source that may be the reason why nothing came of it; null for a text. */
  startOver?: StartOver | null
  /** Why what was read may not be the article; null for no doubt. */
  doubt?: string | null
  /** The articles to choose from, where the address holds a feed. */
  choices?: FeedItem[]
  /** The plan that it waits to be chosen from. */
  plan?: ShownPlan | null
  refusedPlan?: RefusedPlan | null
  refused?: RefusedChange | null
  /** Whether the source has another text by now than the one that the thread was written from. */
  sourceChanged?: boolean
  /** Whether a model is connected. */
  hasModel?: boolean
  /** What to look at in the stored tweets before they leave. */
  hints?: Hint[]
  /** What the plan of its owner doesn't hold. */
  closed?: readonly Feature[]
  /** What stands beside the thread. */
  candidates?: ShownCandidate[]
}

import type { Verdict } from '#app/features/support/verdict.ts'
import type { DocumentChanges } from '#app/features/threads/document/compare-documents.ts'
import type { TweetChange } from '#app/features/threads/document/tweet-change.ts'
import type { RevisionRow } from '#app/features/threads/revisions/list-revisions.ts'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'

/** What a version changed, what was changed since, or all of it as it was. */
export const historyViews = ['changes', 'now', 'whole'] as const
export type HistoryView = (typeof historyViews)[number]

/** With how it is marked after the change. */
export type ShownChange = TweetChange & { isLocked: boolean; isOpinion: boolean }
export type ShownChanges = { summary: DocumentChanges['summary']; tweets: ShownChange[] }

export type ShownVersion = {
  row: RevisionRow
  /** Whether nothing that is kept stood before it. */
  isFirst: boolean
  view: HistoryView
  /** Null where it is shown whole. */
  changes: ShownChanges | null
  /** As they were, numbers included; none where the changes are shown. */
  tweets: { id: string; text: string; isLocked: boolean; verdict: Verdict | null }[]
}

/** What was done last, by the word that the page's address has for it. */
export const doneSentences = {
  restored: 'The version is put back.',
  same: 'The thread stands like this version already, so nothing was changed.',
  named: 'The name is saved.',
}
export type Done = keyof typeof doneSentences

export type HistoryPageProps = {
  threadId: string
  title: string
  rows: RevisionRow[]
  /** Leads to the versions older than these; null where there are none. */
  next: number | null
  /** The version that the list begins after; null at its top. */
  before: number | null
  /** The thread's own version. */
  nowVersion: number
  shown: ShownVersion | null
  /** Whether the address names the version that is shown; otherwise it is the newest. */
  isChosen: boolean
  done: Done | null
  answer: FormAnswer | undefined
}

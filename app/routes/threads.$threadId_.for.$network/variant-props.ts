import type { WordChange } from '#app/features/sources/compare-texts.ts'
import type { Verdict } from '#app/features/support/verdict.ts'
import type { ShownFinding } from '#app/features/threads/lint/fixed.ts'
import type { VariantNetwork } from '#app/features/threads/variants/variant.ts'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'

/** A post of a variant, or a paragraph of one that is a single post. */
export type ShownPost = {
  /** In the variant, from 1. */
  position: number
  /** Without its number. */
  text: string
  /** " 2/7", or nothing. */
  number: string
  verdict: Verdict | null
}

export type ShownPart = {
  tweetId: string
  /** Of the tweet in the thread, from 1. */
  position: number
  master: string
  isOwn: boolean
  /** What the thread has changed since the variant's own words were written; null where they are of today. */
  changedSince: WordChange[] | null
  posts: ShownPost[]
  findings: ShownFinding[]
}

export const doneSentences = {
  saved: 'It is saved.',
  fixed: 'It is changed, here alone.',
  limit: 'The number is saved, and everything here is counted by it.',
  followed: 'It follows the thread again. The versions below keep the words that stood here.',
  kept: 'Your words stay, and count as up to date.',
  back: 'That version stands again.',
}
export type Done = keyof typeof doneSentences

export type VariantPageProps = {
  threadId: string
  title: string
  network: VariantNetwork
  /** Those that one may go to from here. */
  networks: readonly VariantNetwork[]
  /** Of a post, in the network's count; and what its owner gave as their server's, null for nothing. */
  limit: number
  ownLimit: number | null
  /** Of the variant; and of the thread, as this page knows it. */
  version: number
  threadVersion: number
  parts: ShownPart[]
  homeless: { tweetId: string; texts: string[] }[]
  /** All of it, to be copied. */
  copyable: string
  /** Of a variant that is one post: how much of the limit it takes, and the marks that LinkedIn's API wants escaped. */
  whole: {
    length: number
    limit: number
    /** By how much it is too long, as a sentence; null where it fits. */
    over: string | null
    marks: string[]
    escaped: WordChange[]
    escapedText: string
  } | null
  versions: { version: number; createdAt: string }[]
  done: Done | null
  answer: FormAnswer | undefined
}

import type { WordChange } from '#app/features/sources/compare-texts.ts'

/** What became of one tweet. */
export type TweetChange = {
  tweetId: string
  /** `changed` is of its text; one that moved as well is told as changed, with `isMoved`. */
  kind: 'same' | 'changed' | 'added' | 'removed' | 'moved'
  isMoved: boolean
  /** Its text, word by word: all `same` where it stayed, all `added` or `removed` where the tweet did. */
  words: WordChange[]
  /** Whether it was locked or unlocked; of a tweet that came or went, false. */
  lockedChanged: boolean
  /** Whether the word that it is an opinion was given or taken back; of a tweet that came or went, false. */
  opinionChanged: boolean
}

import type { Hint, LintedThread } from './finding.ts'
import { lintWords } from './lint-words.ts'
import { sameTexts } from './same-texts.ts'

/** What to look at in a thread that is edited: what its cards don't tell anyway, which is length and support. */
export function editHints(thread: LintedThread): Hint[] {
  const ofWords = thread.document.tweets.flatMap((tweet, at) =>
    lintWords({ tweet, position: at + 1, thread }),
  )
  return [...ofWords, ...sameTexts(thread)].map(({ key, code, level, tweetId, position, message }) => {
    return { key, code, level, tweetId, position, message }
  })
}

import type { DocumentTweet, ThreadDocument } from '#app/features/threads/document/thread-document.ts'
import type { Finding, Fix, Hint, LintedThread } from '#app/features/threads/lint/finding.ts'
import { lintWords } from '#app/features/threads/lint/lint-words.ts'
import { sameTexts } from '#app/features/threads/lint/same-texts.ts'

export type LintGiven = Pick<LintedThread, 'language' | 'sourceUrl'>
/** A hint of the page's loader until the thread is looked at here, which tells what would mend it as well. */
export type Found = Hint & { fix?: Fix | null }
export type Findings = ReadonlyMap<string, readonly Found[]>

/** Work in one go, in milliseconds: a key that is pressed meanwhile waits no longer than this. */
const slice = 4

/**
 * Looks at a thread as it is typed: at what its cards don't tell anyway, which is length and support. Of a tweet that was
 * looked at before, the findings are the very same list. `look` pauses between tweets; null where `isOver` says so.
 */
export function createLint(given: LintGiven) {
  const known = new WeakMap<DocumentTweet, Finding[]>()

  function ofWords(tweet: DocumentTweet, at: number, thread: LintedThread): Finding[] {
    const before = known.get(tweet)
    if (before) return before
    const found = lintWords({ tweet, position: at + 1, thread })
    known.set(tweet, found)
    return found
  }

  async function look(document: ThreadDocument, isOver: () => boolean): Promise<Findings | null> {
    const thread = linted(document, given)
    const findings = new Map<string, Finding[]>()
    let started = performance.now()
    for (const [at, tweet] of document.tweets.entries()) {
      const found = ofWords(tweet, at, thread)
      if (found.length > 0) findings.set(tweet.id, found)
      if (performance.now() - started < slice) continue
      await new Promise((resolve) => setTimeout(resolve))
      if (isOver()) return null
      started = performance.now()
    }
    for (const same of sameTexts(thread))
      findings.set(same.tweetId, [...(findings.get(same.tweetId) ?? []), same])
    return findings
  }

  /** The same finding in the thread as it stands at this moment; undefined where it isn't so any more. */
  function again(document: ThreadDocument, { key, tweetId }: Hint): Finding | undefined {
    const thread = linted(document, given)
    const at = document.tweets.findIndex(({ id }) => id === tweetId)
    const tweet = document.tweets[at]
    if (!tweet) return undefined
    return [...ofWords(tweet, at, thread), ...sameTexts(thread)].find((finding) => finding.key === key)
  }

  return { look, again }
}

const linted = (document: ThreadDocument, given: LintGiven): LintedThread => {
  return { document, network: 'x', limit: null, support: new Map(), ...given }
}

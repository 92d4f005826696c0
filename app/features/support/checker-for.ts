import { type CheckTweet, createChecker } from './checker.ts'
import { languageFor } from './languages/registry.ts'

/** A checker for tweets in a language (null: the source's own) against a source. */
export async function checkerFor(
  source: { text: string; language: string | null },
  tweetLanguage: string | null = null,
): Promise<CheckTweet> {
  const own = await languageFor(source.language)
  const theirs = tweetLanguage === null ? own : await languageFor(tweetLanguage)
  return createChecker(source, own, theirs)
}

import { type CheckTweet, createChecker } from './checker.ts'
import { languageFor } from './languages/registry.ts'

/**
 * A checker for tweets in a language (null: the source's own) against a source, which is prepared with the first tweet: until
 * then nothing has to wait for that.
 */
export async function checkerFor(
  source: { text: string; language: string | null },
  tweetLanguage: string | null = null,
): Promise<CheckTweet> {
  const own = await languageFor(source.language)
  const theirs = tweetLanguage === null ? own : await languageFor(tweetLanguage)
  let check: CheckTweet | null = null
  return (tweet) => {
    check ??= createChecker(source, own, theirs)
    return check(tweet)
  }
}

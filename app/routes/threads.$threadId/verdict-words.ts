import { isDoubted, type Reason, type Verdict } from '#app/features/support/verdict.ts'

export const verdictWords: Record<Verdict, string> = {
  supported: 'Supported',
  partly: 'Partly supported',
  unsupported: 'Not in the source',
  opinion: 'Opinion',
}

type Judged = { position: number; verdict: Verdict | null }

/** All verdicts of a thread in a line, and which tweet to look at first; null where there is none to tell of. */
export function verdictSummary(tweets: readonly Judged[]): { words: string; first: number | null } | null {
  const judged = tweets.filter(({ verdict }) => verdict !== null)
  if (judged.length === 0) return null
  const supported = judged.filter(({ verdict }) => verdict === 'supported').length
  const opinions = judged.filter(({ verdict }) => verdict === 'opinion').length
  const doubted = judged.find(({ verdict }) => isDoubted(verdict))
  const tweetsInAll = `${tweets.length} ${tweets.length === 1 ? 'tweet' : 'tweets'}`
  const words = [
    `${supported} of ${tweetsInAll} supported`,
    ...(opinions > 0 ? [`${opinions} ${opinions === 1 ? 'opinion' : 'opinions'}`] : []),
  ].join(', ')
  return { words, first: doubted?.position ?? null }
}

/** How many of a thread's tweets are doubted, as a link says it: "2 to look at". */
export function toLookAt(tweets: readonly Judged[]): string {
  return `${tweets.filter(({ verdict }) => isDoubted(verdict)).length} to look at`
}

/** What a tweet came to when it was changed, for those who hear the page. */
export function spokenVerdict(tweet: Judged & { reasons: readonly Reason[] }, isLocked: boolean): string {
  const things =
    tweet.reasons.length === 1 ? '1 thing to look at' : `${tweet.reasons.length} things to look at`
  const parts = [
    tweet.verdict === null ? 'saved' : verdictWords[tweet.verdict].toLowerCase(),
    ...(tweet.reasons.length > 0 ? [things] : []),
    ...(isLocked ? ['locked'] : []),
  ]
  return `Tweet ${tweet.position}: ${parts.join(', ')}.`
}

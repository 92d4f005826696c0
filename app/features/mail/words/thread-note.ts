/** "6 tweets, 2 of them not fully backed by the source". */
export function threadNote({ tweetCount, doubts }: { tweetCount: number; doubts: number }): string {
  const count = tweetCount === 1 ? '1 tweet' : `${tweetCount} tweets`
  if (doubts === 0) return count
  if (tweetCount === 1) return `${count}, not fully backed by the source`
  return `${count}, ${doubts} of them not fully backed by the source`
}

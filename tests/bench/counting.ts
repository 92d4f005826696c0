/**
 * Prints how fast our X counter is against twitter-text, and how the time to split a text grows with its length.
 * Run: `node tests/bench/counting.ts`.
 */
import twitter from 'twitter-text'
import { splitText } from '#app/features/counting/split.ts'
import { weightedLength } from '#app/features/counting/x-length.ts'

const pairs = 9
const tweets = [
  'Plain prose of the usual length, with nothing special in it but a few words, commas, and a full stop at the end.',
  'Read more at https://example.com/articles/2024/a-long-path?with=query&and=more and at example.org, Node.js aside.',
  'Thanks @someone! 👩‍💻🚀 “Curly quotes”, an em dash — and an ellipsis… #topic $ACME',
  '東京は日本の首都であり、世界でも最大級の都市の一つです。詳しくは https://example.jp/ を見てください。🎉🎉',
]

const milliseconds = (work: () => void) => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Median of the ratios of interleaved pairs. */
function medianRatio(above: () => void, below: () => void): number {
  above()
  below()
  const ratios = Array.from({ length: pairs }, () => milliseconds(above) / milliseconds(below))
  return ratios.sort((a, b) => a - b)[Math.floor(pairs / 2)] ?? Number.NaN
}

const each = (count: (text: string) => number) => () => {
  for (let round = 0; round < 500; round++) for (const tweet of tweets) count(tweet)
}
const speed = medianRatio(
  each((text) => twitter.parseTweet(text).weightedLength),
  each(weightedLength),
)
console.info(`X counter, ours / twitter-text, speed: ${speed.toFixed(1)} (bar ≥ 1.0)`)

const paragraph = `${tweets.slice(0, 3).join(' ')}\n\n`
const sized = (length: number) => paragraph.repeat(Math.ceil(length / paragraph.length)).slice(0, length)
const short = sized(10_000)
const long = sized(100_000)
const times = (count: number, work: () => void) => () => {
  for (let round = 0; round < count; round++) work()
}
for (const network of ['x', 'bluesky'] as const) {
  const growth = medianRatio(
    times(5, () => splitText(long, network, { number: true })),
    times(5, () => splitText(short, network, { number: true })),
  )
  console.info(`split of 100 KB / 10 KB, ${network}: ${growth.toFixed(1)} (bar ≤ 12)`)
}

import fc from 'fast-check'
import twitter from 'twitter-text'
import { splitText } from '#app/features/counting/split.ts'
import { weightedLength } from '#app/features/counting/x-length.ts'
import { compareCpu } from '#tests/eval/cpu-ratio.ts'
import { stumblingTexts } from '#tests/factories/stumbling-texts.ts'
import { type Figure, medianRatio } from './ratio.ts'
import { ours } from './slowed.ts'

const tweets = [
  'Plain prose of the usual length, with nothing special in it but a few words, commas, and a full stop at the end.',
  'Read more at https://example.com/articles/2024/a-long-path?with=query&and=more and at example.org, Node.js aside.',
  'Thanks @someone! 👩‍💻🚀 “Curly quotes”, an em dash — and an ellipsis… #topic $ACME',
  '東京は日本の首都であり、世界でも最大級の都市の一つです。詳しくは https://example.jp/ を見てください。🎉🎉',
]

const each = (count: (text: string) => number) => () => {
  for (let round = 0; round < 500; round++) for (const tweet of tweets) count(tweet)
}

const paragraph = `${tweets.slice(0, 3).join(' ')}\n\n`
const sized = (length: number) => paragraph.repeat(Math.ceil(length / paragraph.length)).slice(0, length)
const times = (count: number, work: () => void) => () => {
  for (let round = 0; round < count; round++) work()
}

const mixtures = 100_000

/** How many of so many mixtures of all that a counter may stumble over are counted alike, with the first that isn't. */
function equality(): Figure {
  const differing = fc
    .sample(stumblingTexts, mixtures)
    .filter((text) => weightedLength(text) !== twitter.parseTweet(text).weightedLength)
  const first =
    differing.length > 0 ? ` (${differing.length} differ, first ${JSON.stringify(differing[0])})` : ''
  return {
    name: `X counter equal to twitter-text, of ${mixtures} mixtures${first}`,
    ratio: 1 - differing.length / mixtures,
    bar: { atLeast: 1 },
  }
}

/** How fast our X counter is against twitter-text, and how the time to split a text grows with its length. */
export async function counting(): Promise<Figure[]> {
  const speed = medianRatio(
    each((text) => twitter.parseTweet(text).weightedLength),
    ours(each(weightedLength)),
  )
  const [short, long] = [sized(10_000), sized(100_000)]
  // As much text on either side, so that the one isn't measured in a moment that the other can't fall into.
  const growth = (network: 'x' | 'bluesky') =>
    10 *
    compareCpu(
      times(5, () => splitText(long, network, { number: true })),
      times(50, () => splitText(short, network, { number: true })),
    ).ratio
  return [
    { name: 'X counter, ours / twitter-text, speed', ratio: speed, bar: { atLeast: 1 } },
    equality(),
    { name: 'split of 100 KB / 10 KB, x', ratio: growth('x'), bar: { atMost: 12 } },
    { name: 'split of 100 KB / 10 KB, bluesky', ratio: growth('bluesky'), bar: { atMost: 12 } },
  ]
}

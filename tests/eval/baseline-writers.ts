import textrank from 'textrank/index.js'
import { countedLength, measure } from '#app/features/counting/count.ts'
import type { Network } from '#app/features/counting/networks.ts'
import { fitText } from '#app/features/counting/numbering.ts'
import type { WrittenTweet } from '#app/features/generation/writer.ts'
import { sentences } from '#app/features/segmentation/sentences.ts'
import { words } from '#app/features/segmentation/words.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'

/** The first sentences of the piece, joined while they fit, until there are `count` tweets. */
export function leadThread(source: Snapshot, count: number, network: Network): WrittenTweet[] {
  const { limit } = measure('', network)
  const tweets: WrittenTweet[] = []
  for (const sentence of proseSentences(source)) {
    const last = tweets.at(-1)
    const joined = last && `${last.text} ${sentence.text}`
    if (last && joined && countedLength(joined, network) <= limit) {
      last.text = joined
      last.spans.push(...sentence.spans)
    } else if (tweets.length === count) break
    else tweets.push({ text: fitText(sentence.text, network, limit), spans: sentence.spans })
  }
  return tweets
}

/** The `count` sentences that TextRank puts first, one a tweet, in the source's order. */
export function textRankThread(source: Snapshot, count: number, network: Network): WrittenTweet[] {
  const { limit } = measure('', network)
  const all = proseSentences(source).filter(({ text }) => wordsOf(text).length > 2)
  // The package divides by the sum of two sentences' logarithms and asks for no more sentences than there are.
  const tokens = all.map(({ text }) => text)
  const { summarizedArticle } = new textrank.TextRank(source.text, {
    extractAmount: Math.min(count, all.length),
    summaryType: 'array',
    tokens,
    split: tokens.map(wordsOf),
  })
  const chosen = new Set(summarizedArticle)
  return all
    .filter(({ text }) => chosen.delete(text))
    .map(({ text, spans }) => ({ text: fitText(text, network, limit), spans }))
}

function wordsOf(text: string): string[] {
  return words(text).map(({ start, end }) => text.slice(start, end).toLowerCase())
}

function proseSentences({ text, blocks, language }: Snapshot): WrittenTweet[] {
  return blocks
    .filter(({ kind }) => kind !== 'code' && kind !== 'table' && kind !== 'heading')
    .flatMap((block) =>
      sentences(text.slice(block.start, block.end), language ?? 'en').map((range) => {
        const span = { start: block.start + range.start, end: block.start + range.end }
        return { text: text.slice(span.start, span.end).trim(), spans: [span] }
      }),
    )
    .filter((sentence) => sentence.text !== '')
}

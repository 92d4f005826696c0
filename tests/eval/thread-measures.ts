import { similarity, vectors } from '#app/features/generation/builtin/centrality.ts'
import { findNames } from '#app/features/generation/builtin/names.ts'
import { terms } from '#app/features/generation/builtin/terms.ts'
import type { WrittenTweet } from '#app/features/generation/writer.ts'
import { sentences } from '#app/features/segmentation/sentences.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'

export type Measures = {
  tweets: number
  /** Share of the tweets that begin in the first fifth of the text. */
  lead: number
  /** Tweets that open with a word that points back; a plain list, apart from the writer's own rules. */
  dangling: number
  /** Tweets that begin in each third of the text. */
  thirds: [number, number, number]
  /** Mean over the tweets of the cosine to the other tweet most like it. */
  redundancy: number
  /** Share of the source's twenty most frequent names that the thread holds. */
  names: number
  milliseconds: number
}

const pointsBack =
  /^["“(]?(?:he|she|it|they|his|her|their|its|this(?! (?:year|week|month)\b)|that|these|those|such|but|however|also|and|so|then|therefore|thus|instead|here|another|for example|in addition|as a result|er|sie|es(?! (?:gibt|ist))|dies\w*|dabei|damit|deshalb|außerdem|zudem|il(?! (?:y a|faut))|elle|ils|elles|cela|cette|mais|cependant|este|esta|esto|pero|además|sin embargo)(?![\p{L}'’-])|^(?:それ|これ|この|その|しかし|また)/iu

export function measureThread(
  source: Snapshot,
  tweets: readonly WrittenTweet[],
  milliseconds: number,
): Measures {
  const language = source.language ?? 'en'
  const at = tweets.map(
    ({ spans }) => Math.min(...spans.map(({ start }) => start)) / Math.max(1, source.text.length),
  )
  const thirds: Measures['thirds'] = [0, 0, 0]
  for (const place of at) thirds[place < 1 / 3 ? 0 : place < 2 / 3 ? 1 : 2]++
  const found = vectors(tweets.map(({ text }) => terms(text.replace(/https?:\S+/gu, ''), language)))
  const nearest = found.map((one, index) =>
    Math.max(0, ...found.filter((_, other) => other !== index).map((other) => similarity(one, other))),
  )
  return {
    tweets: tweets.length,
    lead: share(at.filter((place) => place < 0.2).length, tweets.length),
    dangling: tweets.filter(({ text }) => pointsBack.test(text)).length,
    thirds,
    redundancy: nearest.reduce((sum, value) => sum + value, 0) / Math.max(1, nearest.length),
    names: namesKept(source, tweets, language),
    milliseconds,
  }
}

function namesKept({ text }: Snapshot, tweets: readonly WrittenTweet[], language: string): number {
  const all = sentences(text, language).map(({ start, end }) => text.slice(start, end))
  const strongest = [...findNames(all, language).counts].sort((a, b) => b[1] - a[1]).slice(0, 20)
  const thread = tweets.map((tweet) => tweet.text).join('\n')
  return share(strongest.filter(([name]) => thread.includes(name)).length, strongest.length)
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

import type { Reason, ReasonCode } from './verdict.ts'

type Words = { said: string; found: string | null }
const instead = (found: string | null, otherwise: string) =>
  found ? `the source says “${found}”` : otherwise

const sentences: Record<ReasonCode, (words: Words) => string> = {
  'quote-not-found': ({ said }) => `“${said}” doesn't stand in the source in these words.`,
  'number-not-found': ({ said, found }) =>
    `“${said}”: ${instead(found, 'no such number stands in what backs this')}.`,
  'unit-differs': ({ said, found }) =>
    `“${said}” is in another unit: ${instead(found, 'the source gives another one')}.`,
  'currency-differs': ({ said, found }) =>
    `“${said}” is in another currency: ${instead(found, 'the source gives another one')}.`,
  'date-not-found': ({ said, found }) =>
    `“${said}”: ${instead(found, 'no such date stands in what backs this')}.`,
  'name-not-found': ({ said }) => `“${said}” isn't named in the source.`,
  'name-of-another': ({ said, found }) =>
    `“${said}”: here ${instead(found, 'the source names somebody else')}.`,
  'other-word': ({ said, found }) => `“${said}”: ${instead(found, 'the source has another word')}.`,
  'turned-round': ({ said, found }) =>
    `“${said}” may turn the meaning round: ${instead(found, 'the source says the opposite')}.`,
  'roles-exchanged': ({ said }) => `“${said}”: the source may have it the other way round.`,
  'facts-exchanged': ({ said, found }) =>
    `“${said}” may belong to something else: ${instead(found, 'the source gives it of another')}.`,
  'order-exchanged': ({ said, found }) =>
    `“${said}”: the order may be the other way round; ${instead(found, 'the source has another')}.`,
  'cause-not-given': ({ said }) => `“${said}”: the source gives no such cause or conclusion.`,
  'not-in-source': ({ said }) => `Nothing in the source was found that says “${said}”.`,
}

/** Longer passages are cut, since they stand in the tweet beside the sentence. In characters. */
const longestShown = 80

/** Why a tweet is doubted, as a sentence for the one who edits it. */
export function reasonSentence({ code, at, found }: Reason, tweet: string): string {
  return sentences[code]({ said: shortened(tweet.slice(at.start, at.end)), found: found && shortened(found) })
}

function shortened(text: string): string {
  const plain = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.。]$/u, '')
  return plain.length <= longestShown ? plain : `${plain.slice(0, longestShown - 1).trimEnd()}…`
}

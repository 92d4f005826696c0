import { graphemeCount, utf8Bytes } from './graphemes.ts'
import { mastodonLength } from './mastodon-length.ts'
import { type Network, rules } from './networks.ts'
import { threadsLength } from './threads-length.ts'
import { weightedLength } from './x-length.ts'

export type CountOptions = {
  /** A limit of one's own in the network's unit: a Mastodon server's number, or less room than the network gives. */
  limit?: number
}

export type Measure = {
  /** In the network's own unit, as `countedLength` says. */
  length: number
  limit: number
  /** True when the network would refuse the text. */
  over: boolean
  /** A sentence for the person where the length alone doesn't tell everything; null otherwise. */
  warning: string | null
}

/**
 * How much of a network's limit a text takes. x: weighted characters, a link 23 (twitter-text v3). bluesky: graphemes.
 * mastodon: graphemes, a link 23, the host of a mention nothing. threads: graphemes, an emoji as its UTF-8 bytes.
 * linkedin: UTF-16 units, as Buffer documents for its sending to LinkedIn. Never throws, whatever the string holds.
 * On Bluesky a text has a limit in bytes as well, so ask `measure` or `fits` whether a text may be posted.
 */
export function countedLength(text: string, network: Network): number {
  switch (network) {
    case 'x':
      return weightedLength(text)
    case 'bluesky':
      return graphemeCount(text)
    case 'mastodon':
      return mastodonLength(text)
    case 'threads':
      return threadsLength(text)
    case 'linkedin':
      return text.length
  }
}

/** Length, limit and verdict for one post; the limit is the network's, or the options' own. */
export function measure(text: string, network: Network, options: CountOptions = {}): Measure {
  const { maxBytes, doubtfulBytes, limit: usual } = rules[network]
  const limit = options.limit ?? usual
  const length = countedLength(text, network)
  const bytes = maxBytes === null && doubtfulBytes === null ? 0 : utf8Bytes(text)
  const tooManyBytes = maxBytes !== null && bytes > maxBytes
  return {
    length,
    limit,
    over: length > limit || tooManyBytes,
    warning: tooManyBytes
      ? `This takes ${bytes.toLocaleString('en')} bytes; the network allows ${maxBytes.toLocaleString('en')}.`
      : doubtfulBytes !== null && bytes > doubtfulBytes && length <= limit
        ? `This takes ${bytes.toLocaleString('en')} bytes; posts above ${doubtfulBytes} have been refused at times.`
        : null,
  }
}

/** Whether a text may be posted on a network as one post, in `limit` counted characters (the network's own without it). */
export function fits(text: string, network: Network, limit: number = rules[network].limit): boolean {
  const { maxBytes } = rules[network]
  return countedLength(text, network) <= limit && (maxBytes === null || utf8Bytes(text) <= maxBytes)
}

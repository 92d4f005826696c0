import { fits as fitsOn, measure } from '#app/features/counting/count.ts'
import type { Network } from '#app/features/counting/networks.ts'
import { numberReserve } from '#app/features/counting/numbering.ts'
import { type GenerationOptions, mostTweets } from '../options.ts'

/** How much one tweet may hold, in the network's own units, with its number's room taken off. */
export type Room = { network: Network; limit: number }

type Wishes = Pick<GenerationOptions, 'length' | 'atMost' | 'numbering'>

/** The number of tweets after which a thread ends, whatever the model still has to say. */
export function mostOf({ length, atMost }: Pick<Wishes, 'length' | 'atMost'>): number {
  return length ?? atMost ?? mostTweets
}

/** With numbers wished for and their count unknown, the widest that a thread can have is reserved. */
export function roomFor(network: Network, options: Wishes): Room {
  const { limit } = measure('', network)
  const reserved = options.numbering ? numberReserve(mostOf(options), network) : 0
  return { network, limit: limit - reserved }
}

export function fits(text: string, { network, limit }: Room): boolean {
  return fitsOn(text, network, limit)
}

import type { Network } from '#app/features/counting/networks.ts'
import { sourceAddress } from '../exports/exported-thread.ts'
import type { ThreadWithSource } from '../read-thread.ts'
import { documentOf } from '../stored-tweet.ts'
import type { LintedThread } from './finding.ts'

/** What its owner has said a post may hold there; null where it is the network's own number. */
export const ownLimit = ({ mastodonLimit }: Pick<ThreadWithSource, 'mastodonLimit'>, network: Network) =>
  network === 'mastodon' ? mastodonLimit : null

/** A thread as its owner has read it, to be looked at for a network. */
export function lintedThread(thread: ThreadWithSource, network: Network): LintedThread {
  return {
    document: documentOf(thread),
    network,
    limit: ownLimit(thread, network),
    support: new Map(thread.tweets.map(({ id, verdict, reasons }) => [id, { verdict, reasons }])),
    language: thread.language ?? thread.snapshot?.language ?? null,
    sourceUrl: sourceAddress(thread),
  }
}

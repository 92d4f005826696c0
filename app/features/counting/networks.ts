export const networks = ['x', 'bluesky', 'mastodon', 'threads', 'linkedin'] as const
export type Network = (typeof networks)[number]

type Rule = {
  /** The most that one post may count, in the unit that `countedLength` returns for the network. */
  limit: number
  /** The most UTF-8 bytes of one post, where the network has such a limit of its own. */
  maxBytes: number | null
  /** UTF-8 bytes above which some senders saw posts refused although the network counts them as short enough. */
  doubtfulBytes: number | null
}

/**
 * What each network allows. Sources: x, the configuration "v3" of X's own twitter-text; bluesky, the lexicon
 * app.bsky.feed.post (maxGraphemes, maxLength); mastodon, its StatusLengthValidator, a server may set another number;
 * threads, Meta's "Threads API: Posts"; linkedin, the limit that LinkedIn shows in its composer.
 */
export const rules: Readonly<Record<Network, Rule>> = {
  x: { limit: 280, maxBytes: null, doubtfulBytes: null },
  bluesky: { limit: 300, maxBytes: 3000, doubtfulBytes: null },
  mastodon: { limit: 500, maxBytes: null, doubtfulBytes: null },
  threads: { limit: 500, maxBytes: null, doubtfulBytes: 500 },
  linkedin: { limit: 3000, maxBytes: null, doubtfulBytes: null },
}

/** What a link counts on the networks that count every link alike: X (transformedURLLength) and Mastodon. */
export const linkLength = 23

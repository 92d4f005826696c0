// Apart from threadDocumentSchema, which brings all of zod (about 90 kB gzip) to whoever imports it: the editor needs these alone.

/**
 * Most characters (UTF-16 units) of one tweet. Longer than any network takes: what is over a network's own limit may be kept
 * while it is worked on.
 */
export const longestTweet = 4_000
/** Most tweets of a thread: more than one is ever written with; beyond it nobody reads on. */
export const mostTweets = 100
/** Most passages that one tweet names; more is nobody's reading. */
export const mostSpans = 200

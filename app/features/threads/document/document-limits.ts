// Apart from threadDocumentSchema, so that the edits, which are pure, need no zod to know how far they may go.

/**
 * Most characters (UTF-16 units) of one tweet. Longer than any network takes: what is over a network's own limit may be kept
 * while it is worked on.
 */
export const longestTweet = 4_000
/** Most characters (UTF-16 units) of what an owner calls a thread: two lines of its page's head. */
export const longestTitle = 120
/** Most tweets of a thread: more than one is ever written with; beyond it nobody reads on. */
export const mostTweets = 100
/** Most passages that one tweet names; more is nobody's reading. */
export const mostSpans = 200

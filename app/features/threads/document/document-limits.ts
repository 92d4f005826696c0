// The limits of threadDocumentSchema once more, since importing them from there would bring all of zod (about 90 kB
// gzip) into the editor; a test holds the two together.

/** Most characters (UTF-16 units) of one tweet. */
export const longestTweet = 4_000
/** Most tweets of a thread. */
export const mostTweets = 100
/** Most passages that one tweet names. */
export const mostSpans = 200

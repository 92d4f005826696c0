/**
 * A zero-width non-joiner: nothing is shown of it, X counts it as one character, and neither X nor Bluesky reads a name across it.
 * Of the marks that do this it is the one that texts keep here, since Persian is written with it (`cleanCharacters`).
 */
const unseenMark = '\u200c'

/** What a fix says that puts one in, since nobody could see it. */
export const unseenNote =
  'It reads the same: a mark that nobody sees (a zero-width non-joiner) stands in it and counts as a character.'

/** The name of a site that is read as a name: a mark after each of its dots. */
export const asName = (domain: string) => domain.replaceAll('.', `.${unseenMark}`)

/** A word after "@" that names nobody. */
export const asNobody = (mention: string) => mention.slice(0, 1) + unseenMark + mention.slice(1)

/** A word after "#" that leads nowhere: a sign that stands right after a letter begins no hashtag, and the mark is one to X. */
export const asNumberSign = (hashtag: string) => unseenMark + hashtag

// C0 and C1 controls except tab and line feed, which the readers give a meaning to.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g

// Soft hyphens and invisible spaces split words for search; embedding and override marks can turn the order of what is
// shown. Joiners stay: emoji and Persian need them.
const invisible = /[\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\u{E0001}]/gu

// Tag characters spell a region after a black flag. Anywhere else they are a way to hide words from the reader.
const tagRun = /(\u{1F3F4})?[\u{E0020}-\u{E007F}]+/gu
const regionTags = /^\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{2,6}\u{E007F}$/u

// What nearly all texts are made of: letters of the Latin script, marks and dashes that are what they are.
const plain = /^[\t\n -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E]*$/

/**
 * Text as Threadr keeps it: line feeds only, Unicode NFC, no control or invisible characters, lone surrogates replaced
 * by U+FFFD. White space is left as it is otherwise.
 */
export function cleanCharacters(input: string): string {
  if (plain.test(input)) return input
  const lines = input.replace(/\r\n?|[\u2028\u0085]|\f/g, '\n').replace(/\u2029/g, '\n\n')
  return lines
    .toWellFormed()
    .replace(controls, '')
    .replace(invisible, '')
    .replace(tagRun, (run, flag?: string) => (regionTags.test(run) ? run : (flag ?? '')))
    .normalize('NFC')
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u

/** Whether a line break between these two pieces stands for a space; in Chinese and Japanese it stands for nothing. */
export function breakIsSpace(before: string, after: string): boolean {
  // The last two units hold a whole character even where it is a surrogate pair.
  if (ideograph.test(before.slice(-2)) && ideograph.test(after.slice(0, 2))) return false
  return !(/\p{L}-$/u.test(before.slice(-4)) && /^\p{Ll}/u.test(after))
}

// Full-width punctuation brings its own space.
const afterWideMark = /(?<=[。、，！？：；」』）】》]) /g

// Single spaces are left alone: replacing each by itself would make a piece of every word of a long text.
const unevenSpace = /[^\S ]\s*| \s+/g
const isUneven = /[^\S ]| \s|[。、，！？：；」』）】》] /

/** One line out of text that may hold line breaks: white space collapsed to single spaces, ends trimmed. */
export function collapseWhiteSpace(text: string): string {
  if (!isUneven.test(text)) return text.trim()
  const lines = text
    .split('\n')
    .map((line) => line.replace(unevenSpace, ' ').replace(afterWideMark, '').trim())
    .filter((line) => line !== '')
  let joined = ''
  const pieces: string[] = []
  for (const line of lines) {
    if (pieces.length > 0 && breakIsSpace(joined, line)) pieces.push(' ')
    pieces.push(line)
    joined = line
  }
  return pieces.join('')
}

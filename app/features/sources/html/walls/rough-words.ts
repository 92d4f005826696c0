const wide = (code: number) => code >= 0x2e80 && code <= 0xd7ff

/**
 * About how many words a text has, at a hundredth of what counting them costs: runs between white space, and for
 * Chinese, Japanese and Korean a word for each two characters.
 */
export function roughWords(text: string): number {
  let words = 0
  let characters = 0
  let within = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (wide(code)) characters += 1
    const white = code <= 0x20 || code === 0xa0 || code === 0x3000 || wide(code)
    if (!white && !within) words += 1
    within = !white
  }
  return words + Math.round(characters / 2)
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
// Letters and signs of which each is surely a grapheme of its own; a carriage return may go with a line feed.
const notPlain = /\r|\xad|[^\0-\u02ff]/
// ASCII next to other characters goes along with them: a mark may follow it, a few scripts have signs that precede.
const special = /\p{ASCII}?(?:\P{ASCII}+\p{ASCII}?)+|\r\n/gu

/** How many graphemes (user-perceived characters, UAX #29) a text has. */
export function graphemeCount(text: string): number {
  if (!notPlain.test(text)) return text.length
  let count = text.length
  for (const { 0: run } of text.matchAll(special)) {
    count -= run.length
    for (const _ of segmenter.segment(run)) count++
  }
  return count
}

/** The graphemes of a text, in order. */
export function graphemes(text: string): string[] {
  if (!notPlain.test(text)) return text.split('')
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** How many bytes a text takes in UTF-8; a lone surrogate takes the three of the replacement character. */
export function utf8Bytes(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) continue
    if (unit < 0x800) bytes += 1
    else {
      // A pair has two units and four bytes, any other character one unit and three.
      bytes += 2
      if ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at++
    }
  }
  return bytes
}

/** What every emoji has at least one of; text may have it too. */
export const mayBeEmoji = /\u20e3|[©®‼⁉\u2100-\u2bff\u3030\u303d\u3297\u3299\ud83c-\ud83e]/
const pictograph = /^\p{Extended_Pictographic}/u
const shownAsText = /^.\ufe0e/u
const asEmojiFromTheBasicPlane =
  /^(?:[⌚⌛⏩-⏬⏰⏳◽◾☔☕♈-♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓-❕❗➕-➗➰➿⬛⬜⭐⭕]|.\ufe0f|[☝✌✍⛹].)/u

/** Whether a grapheme is an emoji: pictographs beyond the basic plane, flags, keycaps, and what a selector makes one. */
export function isEmoji(grapheme: string): boolean {
  if (!mayBeEmoji.test(grapheme)) return false
  if (/^(?:[#*0-9]\ufe0f?\u20e3|\ud83c[\udde6-\uddff])/.test(grapheme)) return true
  if (!pictograph.test(grapheme) || shownAsText.test(grapheme)) return false
  return grapheme.charCodeAt(0) >= 0xd800 || asEmojiFromTheBasicPlane.test(grapheme)
}

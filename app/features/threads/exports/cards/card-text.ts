import { graphemes } from '#app/features/counting/graphemes.ts'

/** A grapheme that is shown as a picture: an emoji, alone or joined, a flag, a key cap. */
const picture = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}.*\ufe0f|\p{RI}|[#*\d]\ufe0f?\u20e3)/u

/**
 * The text that a card shows: without emoji, for which there is no font here whose pictures would go with the house's
 * letters, and without the gaps that they leave. `hasLeftOut` tells whether there were any.
 */
export function cardText(text: string): { text: string; hasLeftOut: boolean } {
  const kept = graphemes(text.normalize('NFC')).filter((each) => !picture.test(each))
  const shown = kept.join('')
  const hasLeftOut = shown.length < text.normalize('NFC').length
  if (!hasLeftOut) return { text: shown.trim(), hasLeftOut }
  const closed = shown
    .replaceAll(/[^\S\n]{2,}/g, ' ')
    .replaceAll(/[^\S\n]+(?=[\n.,;:!?])/g, '')
    .replaceAll(/^[^\S\n]+/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
  return { text: closed.trim(), hasLeftOut }
}

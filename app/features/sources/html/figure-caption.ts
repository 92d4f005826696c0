import { collapseWhiteSpace } from '../clean-characters.ts'

const credit =
  /(?:photo|foto|image|bild|picture|illustration|credit|copyright|courtesy|source|quelle|getty|reuters|\bafp\b|\bap\b|shutterstock|©)/i

/**
 * Whether a figure's caption is part of what its article says: what names a table, a listing or who is quoted, and of
 * the captions of pictures those that say something in a sentence. Labels and credits say nothing without the picture.
 */
export function isReadCaption(caption: Element): boolean {
  if (caption.closest('figure')?.querySelector('table, pre, blockquote, dl')) return true
  const text = collapseWhiteSpace(caption.textContent ?? '')
  const words = text.split(' ').length
  return words >= 8 && /[.!?][)\]"”’»]*$/.test(text) && !credit.test(text)
}

import { collapseWhiteSpace } from '../clean-characters.ts'
import { holds, nearest, type PageElement } from './page-document.ts'

const credit =
  /(?:photo|foto|image|bild|picture|illustration|credit|copyright|courtesy|source|quelle|getty|reuters|\bafp\b|\bap\b|shutterstock|©)/i

const readWithCaption = new Set(['table', 'pre', 'blockquote', 'dl'])
const quotation = new Set(['blockquote'])

const figureOf = (caption: PageElement) => nearest(caption, ({ localName }) => localName === 'figure')

/** Whether a caption tells who is quoted. */
export function isOfQuotation(caption: PageElement): boolean {
  const figure = figureOf(caption)
  return figure !== undefined && holds(figure, quotation)
}

/**
 * Whether a figure's caption is part of what its article says: what names a table, a listing or who is quoted, and of
 * the captions of pictures those that say something in a sentence. Labels and credits say nothing without the picture.
 */
export function isReadCaption(caption: PageElement): boolean {
  const figure = figureOf(caption)
  if (figure !== undefined && holds(figure, readWithCaption)) return true
  const text = collapseWhiteSpace(caption.textContent ?? '')
  const words = text.split(' ').length
  return words >= 8 && /[.!?][)\]"”’»]*$/.test(text) && !credit.test(text)
}

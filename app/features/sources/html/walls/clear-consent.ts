import { elementsIn, holds, nearest, type PageElement } from '../page-document.ts'
import { solidLength } from '../solid-length.ts'
import { asksForConsent } from './consent.ts'

/** Takes the outermost elements that are nothing but a request for consent out of a page. */
export function clearConsent(body: PageElement): void {
  for (const element of elementsIn(body)) {
    if (!parts.has(element.localName)) continue
    // One within another that is already gone.
    if (nearest(element, (outer) => outer === body) === undefined) continue
    const text = element.textContent ?? ''
    if (text.length <= longest && asksForConsent(spaced(element))) element.remove()
  }
}

const longest = 8_000
const parts = new Set('div section aside form p ul article'.split(' '))
const ownLines = new Set('p li button a h1 h2 h3 h4 div'.split(' '))
const outerLines = new Set(['p', 'li', 'div'])

/** An element's text, a line for each of those within it: run together, buttons would be part of sentences. */
function spaced(element: PageElement): string {
  const lines = elementsIn(element)
    .filter((part) => ownLines.has(part.localName) && !holds(part, outerLines))
    .map((part) => (part.textContent ?? '').trim())
    .filter((line) => line !== '')
  const own = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  return solidLength(lines.join('')) >= solidLength(own) * 0.8 ? lines.join('\n') : own
}

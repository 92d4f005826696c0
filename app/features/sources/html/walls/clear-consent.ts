import { solidLength } from '../solid-length.ts'
import { asksForConsent } from './consent.ts'

/** Takes the outermost elements that are nothing but a request for consent out of a page. */
export function clearConsent(body: Element): void {
  for (const element of Array.from(body.querySelectorAll('div, section, aside, form, p, ul, article'))) {
    // One within another that is already gone.
    if (!body.contains(element)) continue
    const text = element.textContent ?? ''
    if (text.length <= longest && asksForConsent(spaced(element))) element.remove()
  }
}

const longest = 8_000

/** An element's text, a line for each of those within it: run together, buttons would be part of sentences. */
function spaced(element: Element): string {
  const lines = Array.from(element.querySelectorAll('p, li, button, a, h1, h2, h3, h4, div'), (part) =>
    part.querySelector('p, li, div') ? '' : (part.textContent ?? '').trim(),
  ).filter((line) => line !== '')
  const own = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  return solidLength(lines.join('')) >= solidLength(own) * 0.8 ? lines.join('\n') : own
}

import { inlineElements } from './inline-elements.ts'
import { isElement, type PageElement } from './page-document.ts'

const textNode = 3

/** Text of a preformatted element with its lines, one break for each `<br>`. */
export function preformatted(element: PageElement): string {
  let text = ''
  for (const node of element.childNodes) {
    if (node.nodeType === textNode) text += node.textContent ?? ''
    else if (isElement(node)) {
      const name = node.localName
      // Highlighters make a block of each line, and number them in cells of their own.
      if (name === 'br') text += '\n'
      else if (/(?:^|\s)(?:line-?numbers?|gutter|lineno|linenos)(?:\s|$)/i.test(node.className)) continue
      else {
        const lines = preformatted(node)
        const block = !inlineElements.has(name)
        text += block && text !== '' && !text.endsWith('\n') ? `\n${lines}` : lines
      }
    }
  }
  return text
}

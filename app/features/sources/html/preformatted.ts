import { inlineElements } from './inline-elements.ts'

const elementNode = 1
const textNode = 3

/** Text of a preformatted element with its lines, one break for each `<br>`. */
export function preformatted(element: Element): string {
  let text = ''
  for (const node of Array.from(element.childNodes)) {
    if (node.nodeType === textNode) text += node.textContent ?? ''
    else if (node.nodeType === elementNode) {
      const child = node as Element
      const name = child.localName
      // Highlighters make a block of each line, and number them in cells of their own.
      if (name === 'br') text += '\n'
      else if (/(?:^|\s)(?:line-?numbers?|gutter|lineno|linenos)(?:\s|$)/i.test(child.className)) continue
      else {
        const lines = preformatted(child)
        const block = !inlineElements.has(name)
        text += block && text !== '' && !text.endsWith('\n') ? `\n${lines}` : lines
      }
    }
  }
  return text
}

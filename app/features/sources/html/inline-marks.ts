import { collapseWhiteSpace } from '../clean-characters.ts'
import { elementsIn, type PageElement } from './page-document.ts'

const noteMark =
  /^[[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3}|(?:note|nb|n|fn|lower-alpha|citation needed|clarification needed|who\?|when\?|update|edit|bearbeiten|modifier|編集)[\s\d]*)[\])]?:?$/i
const backMark = /^[↩↑^⏎🔝#¶§🔗]+\uFE0E?\uFE0F?$/u

const raised: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '−': '⁻',
  '+': '⁺',
}

const isLink = (element: PageElement) => element.localName === 'a' && element.getAttribute('href') != null

function isNoteMark(element: PageElement, text: string): boolean {
  if (!noteMark.test(text)) return false
  const link = element.localName === 'a' ? element : elementsIn(element).find(isLink)
  const href = link?.getAttribute('href') ?? ''
  if (element.localName === 'sup') {
    return (
      /^\[/.test(text) ||
      href.includes('#') ||
      /(?:reference|footnote|fn|noteref)/i.test(`${element.className} ${element.id}`)
    )
  }
  return (
    href.includes('#') &&
    (/^[[(]/.test(text) || /(?:footnote|noteref|fn)/i.test(`${href} ${element.className}`))
  )
}

/**
 * What stands in the text for an inline element that isn't simply its words: nothing for footnote marks and edit links,
 * raised digits for exponents, quotation marks for `<q>`. Null for all others.
 */
export function inlineMark(element: PageElement): string | null {
  const name = element.localName
  if (name === 'img' || name === 'wbr') return ''
  if (name !== 'sup' && name !== 'a' && name !== 'q' && name !== 'span') return null
  if (name === 'span')
    return /(?:^|\s)(?:mw-editsection|anchorjs-link|heading-anchor)(?:\s|$)/.test(element.className)
      ? ''
      : null
  const text = collapseWhiteSpace(element.textContent ?? '')
  if (name === 'q') return `“${text}”`
  if (text !== '' && (isNoteMark(element, text) || (name === 'a' && backMark.test(text)))) return ''
  if (name === 'sup' && /^[-−+]?\d{1,6}$/.test(text)) {
    return Array.from(text, (sign) => raised[sign] ?? sign).join('')
  }
  return null
}

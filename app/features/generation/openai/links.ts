import { topLevelDomainEnd } from '#app/features/counting/domains.ts'

/** `http://…`, `www.…`: whatever a network would make a link of, and a little more. */
const explicitLink = /(?:[a-z][a-z0-9+.-]{0,20}:\/\/|www\.)[^\s<>"'“”‘’«»]+/giu

/** What may be a domain without a scheme, and the address after it. */
const dotted =
  /(?<![\p{L}\p{N}@._/-])((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]+)([/?#:][^\s<>"'“”‘’«»]*)?/giu
/** Never registered (RFC 2606), so no network links them; an instruction in a page may use them all the same. */
const reservedName = /\.(?:example|test|invalid|localhost|local|onion)$/iu

const handle =
  /(?<![\p{L}\p{N}_./])[@＠][\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]*[\p{L}\p{N}])?/gu
const emailAddress = /[\p{L}\p{N}._%+-]{1,64}[@＠][\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** Punctuation that ends a sentence rather than a link; a closing bracket only where none was opened inside. */
function withoutTrail(link: string): string {
  let end = link.length
  for (; end > 0; end -= 1) {
    const last = link.charAt(end - 1)
    const isTrail = /[.,;:!?…*_~]/u.test(last)
    const isLoneBracket =
      (last === ')' && !link.slice(0, end).includes('(')) ||
      (last === ']' && !link.slice(0, end).includes('['))
    if (!isTrail && !isLoneBracket) break
  }
  return link.slice(0, end)
}

function nameOf(mention: string): string {
  return mention
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/\/+$/u, '')
}

/** The domain with what follows it, up to the last label that is a top-level domain; empty where none is. */
function bareDomain(labels: string, rest: string): string {
  if (reservedName.test(labels)) return labels + rest
  for (let dot = labels.lastIndexOf('.'); dot > 0; dot = labels.lastIndexOf('.', dot - 1)) {
    const next = labels.indexOf('.', dot + 1)
    const end = next < 0 ? labels.length : next
    if (topLevelDomainEnd(labels, dot + 1) === end) return labels.slice(0, end) + (next < 0 ? rest : '')
  }
  return ''
}

export type Mention = {
  kind: 'link' | 'handle' | 'email' | 'domain'
  start: number
  end: number
  /** The same for every way of writing it: without scheme, "www." and last slash, in lower case. */
  name: string
}

/** Links, handles, e-mail addresses and bare domains of a text, in order. */
export function mentionsIn(text: string): Mention[] {
  const mentions: Mention[] = []
  let left = text
  // What one pattern has found is blanked out for the next, so that no part of a link is found a second time.
  const take = (kind: Mention['kind'], pattern: RegExp, found: (match: RegExpExecArray) => string) => {
    const matches = Array.from(left.matchAll(pattern), (match) => ({
      start: match.index,
      text: found(match),
    }))
    const parts: string[] = []
    let from = 0
    for (const { start, text: mention } of matches) {
      if (mention === '') continue
      const end = start + mention.length
      mentions.push({ kind, start, end, name: nameOf(mention) })
      parts.push(left.slice(from, start), ' '.repeat(mention.length))
      from = end
    }
    left = parts.join('') + left.slice(from)
  }
  take('link', explicitLink, ([whole]) => withoutTrail(whole))
  take('handle', handle, ([whole]) => whole)
  take('email', emailAddress, ([whole]) => whole)
  take('domain', dotted, ([, labels = '', rest = '']) => withoutTrail(bareDomain(labels, rest)))
  return mentions.toSorted((a, b) => a.start - b.start)
}

/**
 * The text without the mentions that may not stand in it, and without what their leaving would leave behind: empty
 * brackets, doubled spaces, a space before a full stop.
 */
export function withoutMentions(
  text: string,
  mayStand: (mention: Mention) => boolean,
): { text: string; removed: number } {
  const foreign = mentionsIn(text).filter((mention) => !mayStand(mention))
  if (foreign.length === 0) return { text, removed: 0 }
  let rest = ''
  let from = 0
  for (const { start, end } of foreign) {
    rest += text.slice(from, start)
    from = end
  }
  rest += text.slice(from)
  const tidy = rest
    .replace(/\(\s*(?:see|via|at)?:?\s*\)|\[\s*\]|<\s*>/giu, '')
    .replace(/[ \t]{2,}/gu, ' ')
    .replace(/[ \t]+([.,;:!?…])/gu, '$1')
    .replace(/[ \t]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
  return { text: tidy.trim(), removed: foreign.length }
}

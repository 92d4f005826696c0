export type LinkPiece = { text: string; href: string | null }

/** Splits a text at its http and https addresses. Punctuation that ends a sentence is not part of an address. */
export function findLinks(text: string): LinkPiece[] {
  const pieces: LinkPiece[] = []
  let written = 0
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'`]+/gi)) {
    const address = withoutTrailingPunctuation(match[0])
    if (!isWebAddress(address)) continue
    if (match.index > written) pieces.push({ text: text.slice(written, match.index), href: null })
    pieces.push({ text: address, href: address })
    written = match.index + address.length
  }
  if (written < text.length) pieces.push({ text: text.slice(written), href: null })
  return pieces
}

/** Whether it may become a link: http and https only, so that no `javascript:` ever does. */
export function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol } = new URL(address)
  return protocol === 'http:' || protocol === 'https:'
}

function withoutTrailingPunctuation(address: string): string {
  let kept = address.replace(/[.,;:!?…]+$/, '')
  // A closing bracket belongs to the address only where the address opened it.
  while (kept.endsWith(')') && count(kept, ')') > count(kept, '(')) kept = kept.slice(0, -1)
  return kept === address ? kept : withoutTrailingPunctuation(kept)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

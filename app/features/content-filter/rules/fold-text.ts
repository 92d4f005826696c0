/**
 * A text as the rules read it: compatibility forms folded (NFKC), lower case, without accents on Latin letters, without
 * invisible characters, every kind of quotation mark a plain one, spaces single. Line breaks stay.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})[\u0300-\u036f]+/gu, '$1')
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[“”„‟«»「」『』＂]/g, '"')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
}

import { accented } from './latin-accents.ts'
import { punycodeLength } from './punycode-length.ts'
import { frontCodedNames } from './top-level-domains.ts'

function decoded(encoded: string): string[] {
  let name = ''
  return Array.from(encoded.matchAll(/(\d)(\D+)/g), ([, same, rest]) => {
    name = name.slice(0, Number(same)) + rest
    return name
  })
}

const names = decoded(frontCodedNames)
const latin = new Set(names)
const latinName = /[a-z]+(?![0-9a-z@+-])/iy
// Backwards, so that a name comes before those that it begins with.
const others = names.filter((name) => /[^a-z]/.test(name)).reverse()
const otherName = new RegExp(`(?:${others.join('|')})(?![0-9a-z@+-])`, 'iy')
const punycodeName = /xn--[-0-9a-z]+/iy

function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

/** Where the top-level domain that begins at `at` ends, or -1 where none does. */
export function topLevelDomainEnd(text: string, at: number): number {
  const first = text.charCodeAt(at) | 0x20
  if (first >= 0x61 && first <= 0x7a) {
    const end = endOfMatch(latinName, text, at)
    if (end > 0 && latin.has(text.slice(at, end).toLowerCase())) return end
    const coded = endOfMatch(punycodeName, text, at)
    if (coded > 0) return coded
  } else if (!(first > 0x7f)) {
    return -1
  }
  return endOfMatch(otherName, text, at)
}

const forbiddenInDomain = new Set<number>()
// twitter-text: punctuation, white space, characters that no tweet may hold, and marks of direction.
const forbidden =
  "/!'#%&()*+,\\-.:;<=>?@[]^_{|}~$\t\n\v\f\r \u0085\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufffe\ufeff\uffff\u202a\u202b\u202c\u202d\u202e\u061c\u200e\u200f\u2066\u2067\u2068\u2069"
for (let i = 0; i < forbidden.length; i++) forbiddenInDomain.add(forbidden.charCodeAt(i))

// What nearly all domains are made of, looked up faster than in a set.
const lettersAndDigits = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  /[a-z0-9]/i.test(String.fromCharCode(unit)) ? 1 : 0,
)

/** Whether a label of a domain may begin and end with this UTF-16 unit, as X sees it; hyphen and underscore may not. */
export function isDomainUnit(unit: number): boolean {
  return unit < 0x80
    ? lettersAndDigits[unit] === 1 || !forbiddenInDomain.has(unit)
    : !forbiddenInDomain.has(unit)
}

const separatorsOfLabels = /[\u3002\uff0e\uff61]/
const longestLabel = 63
const plainLabel = /^[-_a-z0-9]{1,63}$/i

/** Whether every label of a domain has a length that the DNS allows once it is written in ASCII. */
export function hasValidLabels(domain: string): boolean {
  if (domain.startsWith('xn--') && latinDomains(domain).length === 0) return false
  return domain.split('.').every((label) => {
    if (plainLabel.test(label)) return true
    const parts = label.split(separatorsOfLabels)
    const length = parts.reduce((sum, part) => sum + punycodeLength(part), parts.length - 1)
    return length >= 1 && length <= longestLabel
  })
}

const latinLabel = new RegExp(`[-a-z0-9${accented}]+\\.`, 'iy')

/** The domains in Latin letters inside a domain: X links only these where no "https://" stands before. */
export function latinDomains(domain: string): string[] {
  const found: string[] = []
  let at = 0
  while (at < domain.length) {
    let end = -1
    let labels = endOfMatch(latinLabel, domain, at)
    while (labels > 0) {
      end = Math.max(end, topLevelDomainEnd(domain, labels))
      labels = endOfMatch(latinLabel, domain, labels)
    }
    if (end > 0) found.push(domain.slice(at, end))
    at = end > 0 ? end : at + 1
  }
  return found
}

import { hasValidLabels, isDomainUnit, latinDomains, topLevelDomainEnd } from './domains.ts'

export type Link = {
  /** UTF-16 offsets, end exclusive. */
  start: number
  end: number
  /** How many UTF-16 units the link's fixed length stands for: `end - start`, but for rare mixed-script domains. */
  replaced: number
}

/** How a network tells links from text. */
export type LinkRules = {
  /** Ends in "://" and is sticky at the text's end, so that it can be tried right before a domain. */
  protocol: RegExp
  /** Port, path and query after the domain, sticky; group 1 is the path. Matches the empty string too. */
  tail: RegExp
  bareDomains: boolean
}

const longestLink = 4096
const shortestProtocol = 7
const longestProtocol = 9
const mayNotPrecede = /[A-Za-z0-9@\uff20$#\uff03\ufffe\ufeff\uffff]/
const hidesBareDomain = /[-_./]/

const isRunUnit = (unit: number) => unit === 0x2e || unit === 0x2d || unit === 0x5f || isDomainUnit(unit)

type Label = {
  start: number
  end: number
  valid: boolean
  afterUnderscore: number
  topLevelEnd: number
  far: number
}

/** Labels of the run of domain characters in [start, end); `far` is the last label of the domain that begins there. */
function labelsOf(text: string, start: number, end: number): Label[] {
  const labels: Label[] = []
  for (
    let at = start, dot = text.indexOf('.', at);
    dot >= 0 && dot < end;
    at = dot + 1, dot = text.indexOf('.', at)
  ) {
    const valid = at < dot && isDomainUnit(text.charCodeAt(at)) && isDomainUnit(text.charCodeAt(dot - 1))
    const afterUnderscore = at + text.slice(at, dot).lastIndexOf('_') + 1
    labels.push({
      start: at,
      end: dot,
      valid,
      afterUnderscore,
      topLevelEnd: topLevelDomainEnd(text, dot + 1),
      far: -1,
    })
  }
  let farther = -1
  for (let k = labels.length - 1; k >= 0; k--) {
    const label = labels[k]
    if (!label) continue
    const last =
      farther >= 0 ? farther : label.afterUnderscore === label.start && label.topLevelEnd > 0 ? k : -1
    label.far = label.valid ? last : -1
    farther = label.far
  }
  return labels
}

/** The first place in label `k`, from `from` on, where a domain may begin that ends in a top-level domain; -1 if none. */
function bareStart(
  text: string,
  labels: Label[],
  k: number,
  from: number,
): { start: number; last: number } | null {
  const label = labels[k]
  if (!label || label.end === label.start || !isDomainUnit(text.charCodeAt(label.end - 1))) return null
  const farther = labels[k + 1]?.far ?? -1
  const last = farther >= 0 ? farther : label.topLevelEnd > 0 ? k : -1
  if (last < 0) return null
  const first = last === k ? label.afterUnderscore : label.start
  const fits = (at: number) =>
    at < label.end &&
    isDomainUnit(text.charCodeAt(at)) &&
    (at === 0 || (at > from && !mayNotPrecede.test(text.charAt(at - 1))))
  // At the text's start X first tries to read the first character as what stands before the link.
  if (first === 0 && from === 0 && fits(1)) return { start: 1, last }
  for (let at = Math.max(first, from === 0 ? 0 : from + 1); at < label.end; at++) {
    if (fits(at)) return { start: at, last }
  }
  return null
}

function protocolStart(text: string, rules: LinkRules, domain: number, from: number): number {
  if (domain < shortestProtocol || text.charCodeAt(domain - 1) !== 0x2f) return -1
  const offset = Math.max(from, domain - longestProtocol)
  const match = rules.protocol.exec(text.slice(offset, domain))
  if (!match) return -1
  const start = offset + match.index
  return start === 0 || (start > from && !mayNotPrecede.test(text.charAt(start - 1))) ? start : -1
}

const shortened = /^https?:\/\/t\.co\/([a-z0-9]+)(?:\?[-a-z0-9!?*'@();:&=+$/%#[\]_.,~|]*[-a-z0-9_&=#/])?/i
const longestShortened = 40

type Found = { start: number; domain: number; domainEnd: number; end: number; hasPath: boolean }

function linksOf(text: string, rules: LinkRules, { start, domain, domainEnd, end, hasPath }: Found): Link[] {
  const name = text.slice(domain, domainEnd)
  const withProtocol = start < domain
  const protocolLength = withProtocol ? domain - start : 'https://'.length
  if (protocolLength + end - start > longestLink || !hasValidLabels(name)) return []
  if (withProtocol) {
    const slug = rules.bareDomains ? shortened.exec(text.slice(start, end)) : null
    if (slug && (slug[1] ?? '').length > longestShortened) return []
    const length = slug ? slug[0].length : end - start
    return [{ start, end: start + length, replaced: length }]
  }
  if (!rules.bareDomains || (start > 0 && hidesBareDomain.test(text.charAt(start - 1)))) return []
  const links: Link[] = []
  let at = 0
  for (const latin of latinDomains(name)) {
    at = name.indexOf(latin, at) + latin.length
    links.push({ start: start + at - latin.length, end: start + at, replaced: latin.length })
  }
  const last = links.at(-1)
  if (last && hasPath) {
    last.replaced += end - domainEnd
    last.end = end
  }
  return links
}

/**
 * Links in a text, in order. The grammar is that of twitter-text 3.1.0 (extractUrlsWithIndices); X links bare domains
 * too. Only where a dot is followed by a top-level domain is anything looked at closer, so prose costs next to nothing.
 */
export function findLinks(text: string, rules: LinkRules): Link[] {
  const links: Link[] = []
  let from = 0
  let dot = text.indexOf('.')
  while (dot >= 0) {
    if (topLevelDomainEnd(text, dot + 1) < 0) {
      dot = text.indexOf('.', dot + 1)
      continue
    }
    let start = dot
    while (start > from && isRunUnit(text.charCodeAt(start - 1))) start--
    let end = dot + 1
    while (end < text.length && isRunUnit(text.charCodeAt(end))) end++
    const labels = labelsOf(text, start, end)
    for (let k = 0; k < labels.length; k++) {
      const far = k === 0 ? (labels[0]?.far ?? -1) : -1
      const protocol = far >= 0 ? protocolStart(text, rules, start, from) : -1
      const bare = protocol < 0 ? bareStart(text, labels, k, from) : null
      const last = protocol >= 0 ? far : (bare?.last ?? -1)
      const domainEnd = labels[last]?.topLevelEnd ?? -1
      if (domainEnd < 0) continue
      const domain = protocol >= 0 ? start : (bare?.start ?? start)
      rules.tail.lastIndex = domainEnd
      const tail = rules.tail.exec(text)
      from = domainEnd + (tail?.[0].length ?? 0)
      const hasPath = tail?.[1] !== undefined
      links.push(
        ...linksOf(text, rules, {
          start: protocol >= 0 ? protocol : domain,
          domain,
          domainEnd,
          end: from,
          hasPath,
        }),
      )
      k = last
    }
    dot = text.indexOf('.', Math.max(end, from))
  }
  return links
}

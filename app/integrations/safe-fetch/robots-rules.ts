type Rule = { allow: boolean; pattern: string }

/** What a robots.txt says to one reader, in the order of the file. */
export type RobotsRules = readonly Rule[]

const unreserved = /^[\w.~-]$/

/** One spelling for each octet (RFC 9309, 2.2.2): unreserved as themselves, others in upper-case percent-encoding. */
function oneSpelling(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\x21-\x7E]/gu, (sign) => encodeURIComponent(sign))
    .replace(/%([0-9a-f]{2})/gi, (written, hex: string) => {
      const sign = String.fromCharCode(Number.parseInt(hex, 16))
      return unreserved.test(sign) ? sign : written.toUpperCase()
    })
}

/**
 * The rules that hold for `name`: those of all its groups, else of the groups for everybody, else none. Names compare
 * without regard to case and versions. Lines that RFC 9309 doesn't know (Sitemap, Crawl-delay) and broken ones are
 * passed over. Never throws.
 */
export function parseRobots(text: string, name: string): RobotsRules {
  const own: Rule[] = []
  const everybody: Rule[] = []
  let named = false
  /** Where the open group's rules go. */
  let into: Rule[][] = []
  let listing = false
  for (const line of text.replace(/^\uFEFF/, '').split(/[\r\n]+/)) {
    const [, key = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? []
    const field = key.toLowerCase()
    if (field === 'user-agent') {
      if (!listing) into = []
      listing = true
      const agent = value.trim()
      if (agent.startsWith('*')) into.push(everybody)
      else if (/^[a-z_-]+/i.exec(agent)?.[0].toLowerCase() === name.toLowerCase()) {
        named = true
        into.push(own)
      }
    } else if (field === 'allow' || field === 'disallow') {
      listing = false
      // Only the last `$` means the end; `permits` spells the others out in the address too.
      const pattern = oneSpelling(value.trim()).replace(/\$(?=.)/g, '%24')
      if (pattern !== '') for (const rules of new Set(into)) rules.push({ allow: field === 'allow', pattern })
    }
  }
  return named ? own : everybody
}

/** `*` stands for any signs, a final `$` for the end; without it a pattern is a beginning. Linear in the path. */
function matches(pattern: string, path: string): boolean {
  const toTheEnd = pattern.endsWith('$')
  const [first = '', ...others] = (toTheEnd ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  const last = toTheEnd ? others.pop() : undefined
  if (toTheEnd && last === undefined) return path === first
  let at = first.length
  for (const part of others) {
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return last === undefined || (path.length - last.length >= at && path.endsWith(last))
}

/**
 * Whether a page may be read: the longest pattern that matches its path and query decides, `Allow` where two are as
 * long, and what nothing forbids is allowed (RFC 9309, 2.2.2). robots.txt itself always may.
 */
export function permits(rules: RobotsRules, url: URL): boolean {
  if (url.pathname === '/robots.txt') return true
  // Signs that mean something in a pattern are spelled out in an address, so that they only mean themselves.
  const path = oneSpelling(url.pathname + url.search)
    .replaceAll('*', '%2A')
    .replaceAll('$', '%24')
  let longest = -1
  let allowed = true
  for (const { allow, pattern } of rules) {
    if (pattern.length < longest || (pattern.length === longest && !allow)) continue
    if (!matches(pattern, path)) continue
    longest = pattern.length
    allowed = allow
  }
  return allowed
}

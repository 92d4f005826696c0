/**
 * What must not stand in a log wherever it comes from: addresses of mail, what lets somebody in (tokens in addresses and
 * headers, long random names as in links), and passwords within addresses. It is looked for in the text of a line, since
 * an error's message or a library's own words hold what no list of fields can name. Parts are bounded, so that the time it takes
 * grows no faster than the line; the first of each is what a line without it needn't be looked through for.
 */
const patterns: [string, RegExp, string][] = [
  ['@', /\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s"'\\/@]{1,256}@/gi, '$1[hidden]@'],
  ['@', /[^\s"'\\<>()[\],:;=/@]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi, '[address]'],
  ['=', /([?&](?:token|code|state|key|signature|secret|password|email)=)[^&#\s"'\\]{1,2048}/gi, '$1[hidden]'],
  [' ', /\b(Bearer|Basic) [\w.~+/=-]{4,4096}/gi, '$1 [hidden]'],
  // Keys as providers write them, and ours: a word, then at least 16 characters.
  ['', /\b(?:sk|pk|rk|re|whsec|thr|ghp|gho|xox[bp])[_-][\w-]{16,512}/g, '[hidden]'],
  ['', /(?<![\w-])(?=[\w-]{0,80}\d)(?=[\w-]{0,80}[A-Z])[\w-]{43,512}(?![\w-])/g, '[hidden]'],
]

/** Takes out of a text what must not be kept, the given secrets among it, wherever they stand. */
export function createScrub(secrets: readonly string[] = []): (text: string) => string {
  const known = secrets.filter((secret) => secret.length >= 8).map(inJson)
  const exact = known.length > 0 ? new RegExp(known.map(escapeRegExp).join('|'), 'g') : null
  return (text) => {
    let scrubbed = exact ? text.replace(exact, '[hidden]') : text
    for (const [sign, pattern, instead] of patterns)
      if (scrubbed.includes(sign)) scrubbed = scrubbed.replace(pattern, instead)
    return scrubbed
  }
}

/** As it stands within a line of JSON. */
const inJson = (text: string) => JSON.stringify(text).slice(1, -1)
const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

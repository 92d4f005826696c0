// RFC 3492, section 5: the parameters of Punycode.
const base = 36
const tMin = 1
const tMax = 26
const skew = 38
const damp = 700
const firstBias = 72
const firstNonAscii = 128

function adapted(delta: number, points: number, first: boolean): number {
  let k = 0
  delta = first ? Math.floor(delta / damp) : delta >> 1
  delta += Math.floor(delta / points)
  while (delta > ((base - tMin) * tMax) >> 1) {
    delta = Math.floor(delta / (base - tMin))
    k += base
  }
  return k + Math.floor(((base - tMin + 1) * delta) / (delta + skew))
}

/**
 * How many characters a label of a domain name has in its ASCII form ("xn--…", RFC 3492); Infinity when that is surely
 * more than the 63 that the DNS allows.
 */
export function punycodeLength(label: string): number {
  if (/^[\0-\x7f]*$/.test(label)) return label.length
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0)
  // Every code point takes at least one character.
  if (points.length > 63) return Number.POSITIVE_INFINITY
  const basic = points.filter((point) => point < firstNonAscii).length
  let length = 'xn--'.length + basic + (basic > 0 ? 1 : 0)
  let handled = basic
  let delta = 0
  let bias = firstBias
  let last = firstNonAscii
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= last))
    delta += (next - last) * (handled + 1)
    for (const point of points) {
      if (point < next) delta += 1
      if (point !== next) continue
      let rest = delta
      for (let k = base; ; k += base) {
        const t = Math.min(Math.max(k - bias, tMin), tMax)
        length += 1
        if (rest < t) break
        rest = Math.floor((rest - t) / (base - t))
      }
      bias = adapted(delta, handled + 1, handled === basic)
      delta = 0
      handled += 1
    }
    delta += 1
    last = next + 1
  }
  return length
}

import type { Statement } from '../statement.ts'
import { partsOf } from './parts.ts'

/**
 * Parts of a sentence, those with several numbers divided so that each number stands with what it is told of: "A with 52 cents |
 * before B with 49", "49 cents for A | 52 for B". For each token, in which it stands.
 */
export function segmentsOf({ tokens, content, quantities }: Statement): number[] {
  const parts = partsOf(tokens)
  const numbers = quantities
    .filter(({ isWord }) => !isWord)
    .flatMap(({ start, end, unit, currency }) => {
      const from = tokens.findIndex((token) => token.end > start)
      const to = tokens.findLastIndex((token) => token.start < end)
      return from < 0 ? [] : [{ from, to, measure: currency ?? unit }]
    })
  const cuts = new Set<number>()
  for (const [index, { from, to, measure }] of numbers.entries()) {
    const next = numbers[index + 1]
    if (!next || parts[next.from] !== parts[from]) continue
    // "147" after "124 mg": a unit may be left out.
    if (measure !== next.measure && measure !== null && next.measure !== null) continue
    const between = content.filter((at) => at > to && at < next.from)
    if (between.length === 0) continue
    const lead = content.some((at) => at < from && parts[at] === parts[from])
    cuts.add(lead ? to + 1 : next.from)
  }
  let cut = 0
  return parts.map((part, at) => {
    if (cuts.has(at)) cut += 1
    return part + cut
  })
}

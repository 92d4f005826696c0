/** A route with those around it, outermost first, and the segments of its address in lower case. */
export type Lineage = { ids: string[]; segments: string[] }

/** Remix takes an address in any case of letters, and with a slash at its end. */
export const segmentsOf = (path: string) => path.toLowerCase().split('/').filter(Boolean)

/**
 * Finds the id of the route that an address is for, to count requests by; undefined where no route answers it. Of routes that
 * both lead there it is the one whose first segment that differs is the more exact, as Remix takes it.
 */
export function routeFinder(lineages: Lineage[]): (path: string) => string | undefined {
  const patterns = lineages
    .flatMap(({ ids, segments }) => withoutOptional(segments).map((each) => ({ ids, segments: each })))
    .toSorted(
      (one, other) => compare(rank(other.segments), rank(one.segments)) || other.ids.length - one.ids.length,
    )
  return (path) => {
    // Nobody links to slashes in a row; Remix reads them as segments without a name.
    if (path.includes('//')) return undefined
    const address = segmentsOf(path.replace(/^\/_root\.data$|\.data$/, ''))
    return patterns.find(({ segments }) => fits(segments, address))?.ids.at(-1)
  }
}

/** What may be left out makes two patterns of one. */
function withoutOptional(segments: string[]): string[][] {
  const at = segments.findIndex((segment) => segment.endsWith('?'))
  if (at === -1) return [segments]
  const [before, after] = [segments.slice(0, at), withoutOptional(segments.slice(at + 1))]
  const given = segments[at]?.slice(0, -1) ?? ''
  return after.flatMap((rest) => [
    [...before, given, ...rest],
    [...before, ...rest],
  ])
}

/** Remix prefers what is written out to what may be anything, and either, as an address that ends, to the rest of one. */
const rank = (segments: string[]) =>
  [...segments, 'end']
    .map((segment) => (segment === '*' ? '0' : segment.startsWith(':') ? '1' : '2'))
    .join('')
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

function fits(segments: string[], address: string[]): boolean {
  const takesRest = segments.at(-1) === '*'
  const length = takesRest ? segments.length - 1 : segments.length
  if (takesRest ? address.length < length : address.length !== length) return false
  for (let at = 0; at < length; at += 1)
    if (segments[at] !== address[at] && !segments[at]?.startsWith(':')) return false
  return true
}

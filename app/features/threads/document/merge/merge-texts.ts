import { type Hunk, hunksBetween } from './hunks.ts'
import { wordTokens } from './word-tokens.ts'

/**
 * A piece of a merged text. `same`: what neither or what both changed alike. `mine`, `theirs`: what one side alone made of
 * `base` ('' where it took it out; a `base` of '' where it put it in). `conflict`: what both made something else of.
 */
export type MergeSegment =
  | { kind: 'same'; text: string }
  | { kind: 'mine' | 'theirs'; text: string; base: string }
  | { kind: 'conflict'; mine: string; theirs: string; base: string }

/**
 * Merges two changes of a text word by word, in any script, white space kept. Changes that overlap or touch are a
 * conflict, and so is what stands between a conflict and the next change when that is white space alone, so that a person
 * chooses between readable pieces. Texts that share hardly anything with the base are a conflict as a whole. Exchanging
 * the sides exchanges `mine` and `theirs` and nothing else.
 */
export function mergeTexts(base: string, mine: string, theirs: string): MergeSegment[] {
  if (mine === theirs) return mine === '' ? [] : [{ kind: 'same', text: mine }]
  return joinedConflicts(segmentsOf(wordTokens(base), wordTokens(mine), wordTokens(theirs)))
}

/** The merged text; where there are conflicts, one side's words stand there. */
export function mergedText(
  segments: readonly MergeSegment[],
  inConflicts: 'mine' | 'theirs' = 'mine',
): string {
  return segments
    .map((segment) => (segment.kind === 'conflict' ? segment[inConflicts] : segment.text))
    .join('')
}

/** Changes of both sides that overlap or touch, with the stretch of the base that they are of. */
type Region = { start: number; end: number; mine: Hunk[]; theirs: Hunk[] }

function segmentsOf(base: string[], mine: string[], theirs: string[]): MergeSegment[] {
  const segments: MergeSegment[] = []
  let at = 0
  const addSame = (end: number) => {
    if (end > at) segments.push({ kind: 'same', text: base.slice(at, end).join('') })
  }
  for (const region of regionsOf(hunksBetween(base, mine), hunksBetween(base, theirs))) {
    addSame(region.start)
    at = region.end
    const was = base.slice(region.start, region.end).join('')
    const [ours, others] = [made(region, region.mine, base), made(region, region.theirs, base)]
    if (region.theirs.length === 0) segments.push({ kind: 'mine', text: ours, base: was })
    else if (region.mine.length === 0) segments.push({ kind: 'theirs', text: others, base: was })
    else if (ours === others) segments.push({ kind: 'same', text: ours })
    else segments.push({ kind: 'conflict', mine: ours, theirs: others, base: was })
  }
  addSame(base.length)
  return segments.filter((segment) => segment.kind !== 'same' || segment.text !== '')
}

function regionsOf(mine: Hunk[], theirs: Hunk[]): Region[] {
  const all = [
    ...mine.map((hunk) => ({ hunk, side: 'mine' as const })),
    ...theirs.map((hunk) => ({ hunk, side: 'theirs' as const })),
  ].sort((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end)
  const regions: Region[] = []
  for (const { hunk, side } of all) {
    let region = regions.at(-1)
    if (!region || hunk.start > region.end) {
      region = { start: hunk.start, end: hunk.end, mine: [], theirs: [] }
      regions.push(region)
    }
    region.end = Math.max(region.end, hunk.end)
    region[side].push(hunk)
  }
  return regions
}

/** What one side made of a region: its changes, and the base between them. */
function made({ start, end }: Region, hunks: readonly Hunk[], base: readonly string[]): string {
  let at = start
  const pieces: string[] = []
  for (const hunk of hunks) {
    pieces.push(...base.slice(at, hunk.start), ...hunk.tokens)
    at = hunk.end
  }
  return [...pieces, ...base.slice(at, end)].join('')
}

function joinedConflicts(segments: readonly MergeSegment[]): MergeSegment[] {
  const joined: MergeSegment[] = []
  for (const segment of segments) {
    const [space, before] = [joined.at(-1), joined.at(-2)]
    const isSpace = space?.kind === 'same' && space.text.trim() === ''
    const isConflict = segment.kind === 'conflict' || before?.kind === 'conflict'
    if (before && isSpace && isConflict && before.kind !== 'same' && segment.kind !== 'same') {
      joined.splice(-2, 2, conflictOf([before, space, segment]))
    } else joined.push(segment)
  }
  return joined
}

function conflictOf(segments: readonly MergeSegment[]): MergeSegment {
  const side = (of: 'mine' | 'theirs' | 'base') =>
    segments
      .map((segment) => {
        if (segment.kind === 'same') return segment.text
        if (segment.kind === 'conflict') return segment[of]
        return segment.kind === of ? segment.text : segment.base
      })
      .join('')
  return { kind: 'conflict', mine: side('mine'), theirs: side('theirs'), base: side('base') }
}

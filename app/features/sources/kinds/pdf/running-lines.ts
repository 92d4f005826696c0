import type { Segment } from './page-rows.ts'

/** Rows at each end of a page that may be its header or footer. */
const outermost = 3
/** Points by which the same header may stand higher or lower. */
const tolerance = 3

const textOf = (row: readonly Segment[]) => row.map(({ text }) => text).join(' ')
const bareNumber =
  /^[\W_]*(?:(?:page|seite|p\.|pagina|página|стр\.)\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:\/|of|von|de|sur|из)\s*\d{1,4})?[\W_]*$/iu

/**
 * What a row may have in common with those of other pages: its words, digits aside; being a bare number; or a number at
 * either end that grows with the pages, whatever chapter's title stands beside it.
 */
function likenesses(text: string, page: number): string[] {
  const ends = [/^\D{0,2}(\d{1,4})\b/.exec(text)?.[1], /\b(\d{1,4})\D{0,2}$/.exec(text)?.[1]]
  return [
    bareNumber.test(text) ? 'number' : `words ${text.toLowerCase().replace(/\d+|\b[ivxl]{1,7}\b/g, '#')}`,
    ...ends.filter((number) => number !== undefined).map((number) => `ahead ${Number(number) - page}`),
  ]
}

type Candidate = { page: number; y: number; row: Segment[] }

/** The candidates that stand at the height of others on enough pages. */
function repeated(candidates: readonly Candidate[], enough: number): Segment[][] {
  const byHeight = [...candidates].sort((one, other) => one.y - other.y)
  const found: Segment[][] = []
  let from = 0
  let to = 0
  for (const { y, row } of byHeight) {
    while ((byHeight[from]?.y ?? y) < y - tolerance) from += 1
    while (to < byHeight.length && (byHeight[to]?.y ?? 0) <= y + tolerance) to += 1
    const pages = new Set<number>()
    for (let at = from; at < to && pages.size < enough; at += 1) pages.add(byHeight[at]?.page ?? 0)
    if (pages.size >= enough) found.push(row)
  }
  return found
}

/**
 * Drops what stands on every page (running titles, page numbers, stamps): alike at the same height among the outermost
 * rows of three pages, or of both where there are only two. `pages` are rows from the top.
 */
export function withoutRunningLines(pages: readonly Segment[][][]): Segment[][][] {
  const groups = new Map<string, Candidate[]>()
  const running = new Set<Segment[]>()
  for (const [page, rows] of pages.entries()) {
    for (const row of new Set([...rows.slice(0, outermost), ...rows.slice(-outermost)])) {
      const text = textOf(row)
      // A bare number that is the page's own needs no others.
      if (bareNumber.test(text) && text.replace(/\D/g, '') === String(page + 1)) running.add(row)
      for (const likeness of likenesses(text, page)) {
        const alike = groups.get(likeness) ?? []
        alike.push({ page, y: row[0]?.y ?? 0, row })
        groups.set(likeness, alike)
      }
    }
  }
  const enough = pages.length === 2 ? 2 : 3
  for (const candidates of groups.values()) for (const row of repeated(candidates, enough)) running.add(row)
  return pages.map((rows) => {
    // Only from the ends inwards: what stands within the text is text.
    let start = 0
    let end = rows.length
    while (start < end && running.has(rows[start] ?? [])) start += 1
    while (end > start && running.has(rows[end - 1] ?? [])) end -= 1
    return rows.slice(start, end)
  })
}

import { z } from 'zod'

/** A place between two rows: what the row before it is ordered by (nothing where that is its id), and its id. */
export type Place = { value: string | null; id: string }

/** An address may name no place at all: then the first page is meant. */
export function placeOfCursor(cursor: string | null): Place | null {
  if (cursor === null) return null
  const at = cursor.lastIndexOf('~')
  const id = z.uuid().safeParse(cursor.slice(at + 1))
  return id.success ? { value: at < 0 ? null : cursor.slice(0, at), id: id.data } : null
}

const cursorOf = ({ value, id }: Place): string => (value === null ? id : `${value}~${id}`)

export type Page<Row> = {
  rows: Row[]
  /** Leads to the page that comes after this one, and before it; null where there is none. */
  next: string | null
  previous: string | null
}

/**
 * A page of rows that were read from a place on, one more than fit; `isBackward` where they come before it, the nearest
 * first.
 */
export function pageOf<Row>(
  read: readonly Row[],
  {
    size,
    from,
    isBackward,
    placeOf,
  }: { size: number; from: Place | null; isBackward: boolean; placeOf: (row: Row) => Place },
): Page<Row> {
  const isMore = read.length > size
  const near = read.slice(0, size)
  const rows = isBackward ? near.reverse() : near
  const [first, last] = [rows.at(0), rows.at(-1)]
  const hasNext = isBackward ? from !== null : isMore
  const hasPrevious = isBackward ? isMore : from !== null
  return {
    rows,
    next: hasNext && last ? cursorOf(placeOf(last)) : null,
    previous: hasPrevious && first ? cursorOf(placeOf(first)) : null,
  }
}

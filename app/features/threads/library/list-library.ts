import type pg from 'pg'
import type { Owner } from '#app/platform/owner.ts'
import { type EntryFilter, entryConditions } from './entry-conditions.ts'
import type { LibraryRow } from './library-row.ts'
import { type Page, type Place, pageOf, placeOfCursor } from './page-of.ts'
import { type FoundRow, readRows } from './read-rows.ts'

type ListSort = 'newest' | 'changed' | 'title' | 'trashed'

type Order = {
  /** What comes before the id; none where the id says it all, as ids grow with time. */
  column: { name: string; type: string } | null
  direction: 'asc' | 'desc'
  said(row: FoundRow): string | null
}

const orders: Record<ListSort, Order> = {
  newest: { column: null, direction: 'desc', said: () => null },
  changed: {
    column: { name: 'changed_at', type: 'timestamptz' },
    direction: 'desc',
    said: ({ row }) => row.changedAt,
  },
  title: {
    column: { name: 'title_key', type: 'text' },
    direction: 'asc',
    said: ({ titleKey }) => titleKey,
  },
  trashed: {
    column: { name: 'trashed_at', type: 'timestamptz' },
    direction: 'desc',
    said: ({ row }) => row.trashedAt,
  },
}

export type ListWish = EntryFilter & {
  sort: ListSort
  size: number
  after: string | null
  before: string | null
}

/**
 * A page of an owner's threads. A page is a range of one index, however many threads there are; the trash has an order
 * of its own, the newest in it first.
 */
export async function listLibrary(pool: pg.Pool, owner: Owner, wish: ListWish): Promise<Page<LibraryRow>> {
  const order = orders[wish.trash ? 'trashed' : wish.sort]
  const isBackward = wish.after === null && wish.before !== null
  const from = usable(order, placeOfCursor(wish.after ?? wish.before))
  const direction = isBackward ? opposite[order.direction] : order.direction
  const values: unknown[] = []
  const conditions = [entryConditions(owner, wish, values)]
  if (from) conditions.push(beyond(order, from, direction, values))
  values.push(wish.size + 1)
  const sorted = [...(order.column ? [order.column.name] : []), 'thread_id']
    .map((name) => `e.${name} ${direction}`)
    .join(', ')
  const read = await readRows(pool, {
    entries: `select e.* from library_entries e where ${conditions.join(' and ')} order by ${sorted} limit $${values.length}`,
    order: sorted,
    values,
  })
  const page = pageOf(read, {
    size: wish.size,
    from,
    isBackward: isBackward && from !== null,
    placeOf: (found) => ({ value: order.said(found), id: found.row.id }),
  })
  return { ...page, rows: page.rows.map(({ row }) => row) }
}

const opposite = { asc: 'desc', desc: 'asc' } as const

/** A place of another order is none in this one. */
function usable({ column }: Order, place: Place | null): Place | null {
  if (place === null || (place.value === null) !== (column === null)) return null
  if (column?.type === 'timestamptz' && Number.isNaN(Date.parse(place.value ?? ''))) return null
  return place.value?.includes('\0') ? null : place
}

function beyond(
  { column }: Order,
  { value, id }: Place,
  direction: 'asc' | 'desc',
  values: unknown[],
): string {
  const sign = direction === 'asc' ? '>' : '<'
  const ids = `$${values.push(id)}::uuid`
  if (!column) return `e.thread_id ${sign} ${ids}`
  return `(e.${column.name}, e.thread_id) ${sign} ($${values.push(value)}::${column.type}, ${ids})`
}

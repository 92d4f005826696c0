import { z } from 'zod'
import { recordOf } from '../read.ts'
import { invalid } from '../stripe-fault.ts'
import { expand, text, whole } from './parameters.ts'

const range = z.union([
  whole.transform((at) => ({ gte: at, lte: at })),
  z.strictObject({ gt: whole, gte: whole, lt: whole, lte: whole }).partial(),
])

/** What every list takes. */
export const listFields = {
  limit: whole.optional(),
  starting_after: text.optional(),
  ending_before: text.optional(),
  created: range.optional(),
  expand,
}
type ListAsked = z.output<z.ZodObject<typeof listFields>>

/** A page of a table, the newest first, as Stripe pages: up to 100, and 10 where nothing is said. */
export function pageOf<Each extends { id: string; created: number }>(
  url: string,
  asked: ListAsked,
  all: Each[],
  present: (each: Each) => object,
) {
  const limit = asked.limit ?? 10
  if (limit < 1 || limit > 100) throw invalid('Invalid limit: has to be from 1 to 100', 'limit')
  if (asked.starting_after !== undefined && asked.ending_before !== undefined)
    throw invalid('You cannot parameterize both starting_after and ending_before.', 'starting_after')
  const newestFirst = all.filter((each) => isWithin(each.created, asked.created)).reverse()
  const { rows, more } = cut(newestFirst, asked, limit)
  return { object: 'list' as const, data: rows.map(present), has_more: more, url }
}

function cut<Each extends { id: string }>(rows: Each[], asked: ListAsked, limit: number) {
  const { ending_before: before, starting_after: after } = asked
  if (before !== undefined) {
    const end = placeOf(rows, before, 'ending_before')
    return { rows: rows.slice(Math.max(0, end - limit), end), more: end > limit }
  }
  const start = after === undefined ? 0 : placeOf(rows, after, 'starting_after') + 1
  return { rows: rows.slice(start, start + limit), more: rows.length > start + limit }
}

function placeOf(rows: { id: string }[], id: string, param: string): number {
  const place = rows.findIndex((row) => row.id === id)
  if (place === -1) recordOf({}, 'object', id, param)
  return place
}

function isWithin(created: number, asked: ListAsked['created']): boolean {
  if (!asked) return true
  const { gt, gte, lt, lte } = { gt: undefined, gte: undefined, lt: undefined, lte: undefined, ...asked }
  return (
    (gt === undefined || created > gt) &&
    (gte === undefined || created >= gte) &&
    (lt === undefined || created < lt) &&
    (lte === undefined || created <= lte)
  )
}

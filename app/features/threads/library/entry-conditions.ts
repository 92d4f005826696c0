import type { Owner } from '#app/platform/owner.ts'
import type { LibraryWish } from './library-wish.ts'

export type EntryFilter = Pick<LibraryWish, 'state' | 'tag' | 'starred' | 'doubted' | 'trash'>

export const everything: EntryFilter = {
  state: null,
  tag: null,
  starred: false,
  doubted: false,
  trash: false,
}

export const ownerId = (owner: Owner): string => ('userId' in owner ? owner.userId : owner.visitorId)

/**
 * Which entries (`e`) are an owner's and wanted, as a condition in SQL, with its values appended to `values`. What the
 * indexes are bound to stands in it word for word, since they are not used for what is only given as a value.
 */
export function entryConditions(owner: Owner, filter: EntryFilter, values: unknown[]): string {
  const put = (value: unknown) => `$${values.push(value)}`
  const whose = put(ownerId(owner))
  const conditions = [
    `e.owner = ${whose}::uuid`,
    `e.trashed_at is ${filter.trash ? 'not null' : 'null'}`,
    filter.starred && 'e.is_starred',
    filter.doubted && 'e.is_doubted',
    filter.state && `e.state = '${filter.state}'`,
    filter.tag !== null &&
      `e.thread_id in (select thread_id from thread_tags where owner = ${whose}::uuid and tag = ${put(filter.tag)})`,
  ]
  return conditions.filter(Boolean).join(' and ')
}

import * as z from 'zod/mini'

const sorts = ['best', 'newest', 'changed', 'title'] as const
export type LibrarySort = (typeof sorts)[number]
const states = ['ready', 'writing', 'unfinished'] as const
export type LibraryState = (typeof states)[number]

/** Longer than anything that is searched for, in characters; what is more is not looked at. */
const longestQuery = 200
/** Of a tag, in characters. */
const longestTag = 40

const isOn = z.pipe(
  z.catch(z.optional(z.enum(['1', 'on'])), undefined),
  z.transform((given) => given !== undefined),
)

/** A tag as it is kept: in small letters, without spaces around it. Null for none. */
export function tagOf(typed: string): string | null {
  const tag = typed.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().replace(/^#/u, '').toLowerCase()
  return tag === '' ? null : [...tag].slice(0, longestTag).join('')
}

const wishSchema = z.object({
  q: z.pipe(
    z._default(z.string(), ''),
    z.transform((typed) => typed.slice(0, longestQuery)),
  ),
  state: z.catch(z.optional(z.enum(states)), undefined),
  tag: z.pipe(
    z.optional(z.string()),
    z.transform((typed) => (typed === undefined ? null : tagOf(typed))),
  ),
  starred: isOn,
  doubted: isOn,
  sort: z.catch(z.optional(z.enum(sorts)), undefined),
  trash: isOn,
  after: z.optional(z.string().check(z.maxLength(200))),
  before: z.optional(z.string().check(z.maxLength(200))),
})

/** What somebody wants to see of their library, as the address says it. What it can't be is as good as not said. */
export type LibraryWish = {
  q: string
  state: LibraryState | null
  tag: string | null
  starred: boolean
  /** Only threads with something that their source doesn't back. */
  doubted: boolean
  sort: LibrarySort
  /** The trash instead of what isn't in it. */
  trash: boolean
  /** The row that the page comes after, or before; of the two the first counts. */
  after: string | null
  before: string | null
}

export function wishOf(query: URLSearchParams): LibraryWish {
  const { state, tag, sort, after, before, ...rest } = wishSchema.parse(Object.fromEntries(query))
  const asked = sort ?? (rest.q.trim() === '' ? 'newest' : 'best')
  return {
    ...rest,
    state: state ?? null,
    tag,
    sort: asked === 'best' && rest.q.trim() === '' ? 'newest' : asked,
    after: after ?? null,
    before: after === undefined ? (before ?? null) : null,
  }
}

/** The same as an address, in one way only: what goes without saying isn't said. */
export function queryOf(wish: LibraryWish): string {
  const q = wish.q.trim()
  const usual = q === '' ? 'newest' : 'best'
  const said: [string, string | null][] = [
    ['q', q === '' ? null : wish.q],
    ['state', wish.state],
    ['tag', wish.tag],
    ['starred', wish.starred ? '1' : null],
    ['doubted', wish.doubted ? '1' : null],
    ['sort', wish.sort === usual ? null : wish.sort],
    ['trash', wish.trash ? '1' : null],
    ['after', wish.after],
    ['before', wish.before],
  ]
  const query = new URLSearchParams(said.filter((entry): entry is [string, string] => entry[1] !== null))
  return query.size === 0 ? '' : `?${query}`
}

/** Whether it leaves anything out but what lies in the trash. */
export const isNarrowed = ({ q, state, tag, starred, doubted }: LibraryWish): boolean =>
  q.trim() !== '' || state !== null || tag !== null || starred || doubted

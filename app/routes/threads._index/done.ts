import * as z from 'zod/mini'

export const deeds = [
  'starred',
  'unstarred',
  'renamed',
  'tagged',
  'untagged',
  'trashed',
  'restored',
  'deleted',
] as const

/** What was just done, as the address tells the page after it. */
export type Done = { deed: (typeof deeds)[number]; count: number; at: string | null }

const doneSchema = z.object({
  done: z.enum(deeds),
  count: z.pipe(z.coerce.number(), z.int().check(z.minimum(0), z.maximum(100_000))),
  at: z.catch(z.nullable(z.iso.datetime()), null),
})

export function doneOf(query: URLSearchParams): Done | null {
  const read = doneSchema.safeParse({
    done: query.get('done'),
    count: query.get('count'),
    at: query.get('at'),
  })
  return read.success ? { deed: read.data.done, count: read.data.count, at: read.data.at } : null
}

/** An address with what was done appended. */
export function withDone(address: string, { deed, count, at }: Done): string {
  const said = new URLSearchParams({ done: deed, count: String(count), ...(at !== null && { at }) })
  return `${address}${address.includes('?') ? '&' : '?'}${said}`
}

const words: Record<Done['deed'], string> = {
  starred: 'starred',
  unstarred: 'no longer starred',
  renamed: 'renamed',
  tagged: 'tagged',
  untagged: 'without the tag now',
  trashed: 'moved to the trash',
  restored: 'put back',
  deleted: 'deleted for good',
}

export const doneInWords = ({ deed, count }: Done): string =>
  `${count === 1 ? 'One thread' : count === 0 ? 'No thread' : `${count} threads`} ${words[deed]}.`

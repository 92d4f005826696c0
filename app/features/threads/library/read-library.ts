import type pg from 'pg'
import { z } from 'zod'
import type { Owner } from '#app/platform/owner.ts'
import type { LibraryRow } from './library-row.ts'
import type { LibraryWish } from './library-wish.ts'
import { listLibrary } from './list-library.ts'
import { type Page, type Place, pageOf, placeOfCursor } from './page-of.ts'
import { readRows } from './read-rows.ts'
import { type Hit, searchLibrary } from './search-library.ts'
import { isHit, type SearchTerm, searchTerms } from './search-query.ts'
import { searchWords } from './search-words.ts'
import { marked, passageOf, type Snippet } from './snippet.ts'

export type LibraryPage = Page<LibraryRow> & {
  /** How many were found, where something was searched for; null where nothing was. */
  found: number | null
  /** Whether there may be more than were looked at. */
  isCut: boolean
}

/**
 * A page of an owner's library: what was searched for, or all of it. Nothing typed but signs is no search. Hits come by
 * how well they fit, or in another order that was asked for; where one says it is part of the row.
 */
export async function readLibrary(
  pool: pg.Pool,
  owner: Owner,
  wish: LibraryWish,
  size: number,
): Promise<LibraryPage> {
  const terms = searchTerms(wish.q)
  if (terms.length === 0) {
    const sort = wish.sort === 'best' ? 'newest' : wish.sort
    return { ...(await listLibrary(pool, owner, { ...wish, sort, size })), found: null, isCut: false }
  }
  const { hits, isCut } = await searchLibrary(pool, { owner, filter: wish, terms })
  const page = pageOfHits(hits, wish, size)
  const ids = page.rows.map(({ id }) => id)
  return { ...page, rows: await rowsOfHits(pool, ids, terms), found: hits.length, isCut }
}

/** Hits are few enough to be ordered here. Equal ones come newest first, also by title. */
function pageOfHits(hits: readonly Hit[], wish: LibraryWish, size: number): Page<Hit> {
  const { isUp, said } = hitOrders[wish.sort]
  const placeOf = (hit: Hit): Place => ({ value: said(hit), id: hit.id })
  const compare = (one: Place, other: Place) => {
    const [a, b] = [one.value ?? '', other.value ?? '']
    if (a !== b) return a < b === isUp ? -1 : 1
    return one.id === other.id ? 0 : one.id > other.id ? -1 : 1
  }
  const sorted = [...hits].sort((one, other) => compare(placeOf(one), placeOf(other)))
  const isBackward = wish.after === null && wish.before !== null
  const from = placeOfCursor(wish.after ?? wish.before)
  const side = from ? sorted.filter((hit) => compare(placeOf(hit), from) * (isBackward ? -1 : 1) > 0) : sorted
  const read = from && isBackward ? side.reverse() : side
  return pageOf(read.slice(0, size + 1), { size, from, isBackward: isBackward && from !== null, placeOf })
}

/** The value that a hit is ordered by, in letters of one length, so that they compare as the numbers do. */
const hitOrders: Record<LibraryWish['sort'], { isUp: boolean; said: (hit: Hit) => string }> = {
  best: { isUp: false, said: ({ score }) => score.toFixed(6) },
  newest: { isUp: false, said: () => '' },
  changed: { isUp: false, said: ({ changedAt }) => changedAt },
  title: { isUp: true, said: ({ titleKey }) => titleKey },
}

const textsSchema = z.object({ id: z.string(), tweets: z.array(z.string()), source: z.string().nullable() })

async function rowsOfHits(
  pool: pg.Pool,
  ids: readonly string[],
  terms: readonly SearchTerm[],
): Promise<LibraryRow[]> {
  const [found, texts] = await Promise.all([
    readRows(pool, {
      entries: `select e.*, o.place from unnest($1::uuid[]) with ordinality o (id, place)
                join library_entries e on e.thread_id = o.id`,
      order: 'e.place',
      values: [ids],
    }),
    textsOf(pool, ids),
  ])
  return found.map(({ row }) => ({
    ...row,
    snippet: snippetOf(row, texts.get(row.id), terms),
    markedTitle: marked(row.title, terms),
  }))
}

async function textsOf(pool: pg.Pool, ids: readonly string[]) {
  const { rows } = await pool.query(
    `select e.thread_id as id, left(sn.text, 50001) as source,
       coalesce((select array_agg(text order by position) from tweets where thread_id = e.thread_id), '{}') as tweets
     from library_entries e left join snapshots sn on sn.id = e.snapshot_id
     where e.thread_id = any($1::uuid[])`,
    [ids],
  )
  return new Map(
    rows.map((row) => {
      const texts = textsSchema.parse(row)
      return [texts.id, texts] as const
    }),
  )
}

/** Whether a title says all of it, so that the row shows it already. */
function isTitled(title: string, terms: readonly SearchTerm[]): boolean {
  const words = searchWords(title).map(({ word }) => word)
  return terms.every((term) => words.some((word) => isHit(word, [term])))
}

/** The tweet that says most of it, else the source's first passage that says some of it. */
function snippetOf(
  row: LibraryRow,
  texts: z.infer<typeof textsSchema> | undefined,
  terms: readonly SearchTerm[],
): Snippet | null {
  const tweets = (texts?.tweets ?? []).map((text) => marked(text, terms))
  const hitsIn = (parts: Snippet['parts']) => parts.filter((part) => part.isHit).length
  const best = tweets.reduce<Snippet['parts']>(
    (most, parts) => (hitsIn(parts) > hitsIn(most) ? parts : most),
    [],
  )
  if (best.length > 0) return { in: 'tweet', parts: best }
  if (isTitled(row.title, terms)) return null
  const passage = texts?.source ? passageOf(texts.source, terms) : null
  return passage && { in: 'source', parts: passage }
}

import type pg from 'pg'
import { z } from 'zod'
import type { Owner } from '#app/platform/owner.ts'
import { type EntryFilter, entryConditions, ownerId } from './entry-conditions.ts'
import { nearQuery, type SearchTerm, scopedQuery } from './search-query.ts'

/** So many hits are ranked, the newest: beyond that, one more word says more than one more page. */
const mostRanked = 200
/** The newest threads that the filter leaves are looked through one by one. */
const looked = 500
/** Where so many of those are hits, older ones are not looked for: every twelfth thread says it. */
const enough = 40
/** So many hits are taken from an index at most, in no order, so that no search takes much longer than another. */
const mostFromIndex = 5_000
/** Fewer of sources: each has to be brought to its thread one by one, and they rank behind all others. */
const mostFromSources = 2_500

const hitSchema = z
  .object({ id: z.string(), score: z.number(), changed_at: z.date(), title_key: z.string() })
  .transform((row) => ({
    id: row.id,
    score: row.score,
    changedAt: row.changed_at.toISOString(),
    titleKey: row.title_key,
  }))
/** A hit, with what hits are ordered by. */
export type Hit = z.infer<typeof hitSchema>

type Search = {
  owner: Owner
  filter: EntryFilter
  terms: readonly SearchTerm[]
}

/**
 * The threads that hold all the words in their title and tweets, or in the text that they were made from: the newest 200
 * hits, in no order, each with how well it fits. A word in a title counts most, in the source least. What very many
 * threads say is looked for in the newest alone, and of many hits in an index not all are taken: so the time is bounded,
 * whatever is searched for. `isCut` says that there may be more.
 */
export async function searchLibrary(pool: pg.Pool, search: Search): Promise<{ hits: Hit[]; isCut: boolean }> {
  const newest = await amongNewest(pool, search)
  if (newest.length >= enough) return { hits: newest, isCut: true }
  const [own, inSource] = await Promise.all([ownWords(pool, search), sourceWords(pool, search)])
  const byId = new Map([...inSource, ...own, ...newest].map((hit) => [hit.id, hit]))
  const hits = [...byId.values()].sort((one, other) => (one.id < other.id ? 1 : -1))
  return { hits: hits.slice(0, mostRanked), isCut: hits.length > mostRanked }
}

function amongNewest(pool: pg.Pool, { owner, filter, terms }: Search) {
  const values: unknown[] = [nearQuery(terms)]
  const wanted = entryConditions(owner, filter, values)
  const newest = `select e.* from library_entries e where ${wanted} order by e.thread_id desc limit ${looked}`
  return hitsOf(pool, {
    from: `(${newest}) e where e.words @@ $1::tsquery`,
    score: 'ts_rank(e.words, $1::tsquery)',
    values,
  })
}

function ownWords(pool: pg.Pool, { owner, filter, terms }: Search) {
  const values: unknown[] = [nearQuery(terms), scopedQuery(terms, ownerId(owner))]
  const found = `select * from library_entries where scoped_words(owner, words) @@ $2::tsquery limit ${mostFromIndex}`
  return hitsOf(pool, {
    from: `(${found}) e where ${entryConditions(owner, filter, values)}`,
    score: 'ts_rank(e.words, $1::tsquery)',
    values,
  })
}

function sourceWords(pool: pg.Pool, { owner, filter, terms }: Search) {
  const values: unknown[] = [scopedQuery(terms, ownerId(owner))]
  const found = `select snapshot_id from source_words where scoped_words(owner, words) @@ $1::tsquery limit ${mostFromSources}`
  return hitsOf(pool, {
    from: `(${found}) w join library_entries e on e.snapshot_id = w.snapshot_id
           where ${entryConditions(owner, filter, values)}`,
    score: '0::real',
    values,
  })
}

/** Ranks only what is taken, as ranking reads a thread's words as a whole. */
async function hitsOf(
  pool: pg.Pool,
  { from, score, values }: { from: string; score: string; values: unknown[] },
): Promise<Hit[]> {
  const { rows } = await pool.query(
    `select e.thread_id as id, ${score} as score, e.changed_at, e.title_key
     from (select e.* from ${from} order by e.thread_id desc limit ${mostRanked + 1}) e`,
    values,
  )
  return rows.map((row) => hitSchema.parse(row))
}

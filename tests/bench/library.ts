import type pg from 'pg'
import { z } from 'zod'
import { wishOf } from '#app/features/threads/library/library-wish.ts'
import { readLibrary } from '#app/features/threads/library/read-library.ts'
import type { Owner } from '#app/platform/owner.ts'
import { keptDatabase } from './kept-database.ts'
import { fillLibrary, typedWords, withWordIndexesAfter } from './library-rows.ts'
import type { Figure } from './ratio.ts'

const rounds = 9
const few = 1_000
/** How many threads are searched, and how many are listed. */
const sizes = { quick: { many: 20_000, most: 100_000 }, full: { many: 100_000, most: 1_000_000 } }

/**
 * The library of somebody with 100,000 threads (20,000 in the quick run) against that of one with 1,000, as the page reads them: searches from words
 * that nearly every thread holds to words that one in ten thousand does, whole and while they are typed, in tweets and in
 * sources; and lists in every order against those of 1,000,000 (100,000 in the quick run). The threads are kept for the next run.
 */
export async function library({ full }: { full: boolean }): Promise<Figure[]> {
  const { many, most } = full ? sizes.full : sizes.quick
  const { pool, note, release } = await keptLibrary(full)
  try {
    const { small, large, huge } = note
    const read = (owner: Owner, query: string) =>
      readLibrary(pool, owner, wishOf(new URLSearchParams(query)), 20)
    const searches = typedWords.map((word) => `q=${encodeURIComponent(word)}`)
    const searching = await compare(
      searches,
      (query) => read(large, query),
      (query) => read(small, query),
    )
    const orders = [
      '',
      'sort=changed',
      'sort=title',
      'starred=1',
      'doubted=1',
      'state=unfinished',
      'trash=1',
      'tag=rare',
    ]
    const listing = await compare(
      await withLaterPages(orders, read, small, huge),
      ([, query]) => read(huge, query),
      ([query]) => read(small, query),
    )
    const figure = (what: string, { above, below, ratio }: Compared, atMost: number): Figure => ({
      name: `${what} (p95 ${above.toFixed(1)} ms / ${below.toFixed(1)} ms)`,
      ratio,
      bar: { atMost },
    })
    return [
      figure(`search over ${many} threads of one person / over ${few}`, searching, 3),
      figure(`list of ${most} threads, first and later pages / of ${few}`, listing, 1.5),
    ]
  } finally {
    await release()
  }
}

const owner = z.object({ userId: z.string() })
const ownersSchema = z.object({ small: owner, large: owner, huge: owner })

/** The database of the threads, as a run before has left it, or made anew; with whose they are. */
export const keptLibrary = (full: boolean) =>
  keptDatabase({
    name: full ? 'library_full' : 'library_quick',
    madeBy: ['library.ts', 'library-rows.ts'].map((file) => new URL(file, import.meta.url)),
    note: ownersSchema,
    fill: (pool) => fill(pool, full ? sizes.full : sizes.quick),
  })

async function fill(
  pool: pg.Pool,
  { many, most }: { many: number; most: number },
): Promise<z.infer<typeof ownersSchema>> {
  const [small, large, huge] = await withWordIndexesAfter(pool, async () => [
    await fillLibrary(pool, few, { withWords: true }),
    await fillLibrary(pool, many, { withWords: true }),
    await fillLibrary(pool, most, { withWords: false }),
  ])
  await pool.query('vacuum analyze')
  return { small, large, huge }
}

/** Each query with one for a page in the middle of its list, of both owners: a pair is [small's, huge's]. */
async function withLaterPages(
  orders: readonly string[],
  read: (owner: Owner, query: string) => Promise<{ next: string | null }>,
  small: Owner,
  huge: Owner,
): Promise<[string, string][]> {
  const pairs: [string, string][] = []
  for (const order of orders) {
    pairs.push([order, order])
    const [{ next: near }, { next: far }] = await Promise.all([read(small, order), read(huge, order)])
    const after = (next: string | null) =>
      next === null ? order : `${order}&after=${encodeURIComponent(next)}`
    pairs.push([after(near), after(far)])
  }
  return pairs
}

type Compared = { above: number; below: number; ratio: number }

/** The 95th of a hundred of each side, in milliseconds, asked in turn; the first round warms up. */
async function compare<Query>(
  queries: readonly Query[],
  above: (query: Query) => Promise<unknown>,
  below: (query: Query) => Promise<unknown>,
): Promise<Compared> {
  const times = { above: [] as number[], below: [] as number[] }
  for (let round = 0; round <= rounds; round += 1)
    for (const query of queries) {
      const [one, other] = [await timed(() => above(query)), await timed(() => below(query))]
      if (round === 0) continue
      times.above.push(one)
      times.below.push(other)
    }
  const [slow, quick] = [percentile(times.above), percentile(times.below)]
  return { above: slow, below: quick, ratio: slow / quick }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const percentile = (times: readonly number[]) =>
  z.number().parse([...times].sort((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1])

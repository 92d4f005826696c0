import type pg from 'pg'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { changeEntries } from './change-entries.ts'
import { ownerId } from './entry-conditions.ts'
import { tagOf } from './library-wish.ts'

/** On one thread. */
const mostTags = 20
/** Of an owner's, to choose from; by the alphabet. */
const mostListed = 200

type Tagging = { ids: readonly string[]; tag: string }

/**
 * Puts a tag on an owner's threads. Throws AppErrors for the field `tag`: `tag-empty`, and `too-many-tags` where one has
 * twenty (422).
 */
export async function tagThreads(db: Db, owner: Owner, { ids, tag: typed }: Tagging): Promise<number> {
  const tag = tagOf(typed)
  if (tag === null)
    throw new AppError('tag-empty', 'Type a tag: a word or two.', { status: 422, field: 'tag' })
  return changeEntries(db, owner, ids, async (tx, held) => {
    const added = await tx.$executeRaw`
      insert into thread_tags (thread_id, tag, owner)
      select unnest(${held}::uuid[]), ${tag}, ${ownerId(owner)}::uuid on conflict (thread_id, tag) do nothing`
    const [full] = await tx.$queryRaw<unknown[]>`
      select 1 from thread_tags where thread_id = any(${held}::uuid[])
      group by thread_id having count(*) > ${mostTags} limit 1`
    if (full)
      throw new AppError('too-many-tags', `A thread has at most ${mostTags} tags: take one away first.`, {
        status: 422,
        field: 'tag',
      })
    return added
  })
}

/** Takes a tag off an owner's threads. */
export async function untagThreads(db: Db, owner: Owner, { ids, tag: typed }: Tagging): Promise<number> {
  const tag = tagOf(typed)
  return changeEntries(
    db,
    owner,
    ids,
    (tx, held) =>
      tx.$executeRaw`delete from thread_tags where thread_id = any(${held}::uuid[]) and tag = ${tag}`,
  )
}

/** An owner's tags by the alphabet, 200 at most: one step in the index for each, however many threads have it. */
export async function listTags(pool: pg.Pool, owner: Owner): Promise<string[]> {
  const { rows } = await pool.query<{ tag: string }>(
    `with recursive each as (
       (select tag from thread_tags where owner = $1 order by tag limit 1)
       union all
       select (select tag from thread_tags where owner = $1 and tag > each.tag order by tag limit 1)
       from each where each.tag is not null
     )
     select tag from each where tag is not null limit ${mostListed}`,
    [ownerId(owner)],
  )
  return rows.map(({ tag }) => tag)
}

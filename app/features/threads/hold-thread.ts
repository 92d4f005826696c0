import { z } from 'zod'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerCondition } from '#app/platform/owner.ts'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'
import { threadInTrash, threadNotFound } from './thread-not-found.ts'

const optionsSchema = z.object({ language: z.string().nullable().default(null) })

/** The language that tweets were asked for in, of the options of their writing; null for the source's own. */
export const languageAsked = (options: unknown) => optionsSchema.safeParse(options).data?.language ?? null

/** A thread that is held for one change: the text that its tweets refer to, and their language where it is another. */
export type HeldThread = {
  snapshot: { id: string; text: string; language: string | null } | null
  language: string | null
  /** What its owner calls it; null where it is called as its source is. */
  title: string | null
  numbering: boolean
  /** Whether a revision holds it as it stands, and whether its owner has ever edited it. */
  isKept: boolean
  isEdited: boolean
}

const rowSchema = z.object({
  title: z.string().nullable(),
  numbering: z.boolean(),
  isTrashed: z.boolean(),
  snapshot: z.object({ id: z.string(), text: z.string(), language: z.string().nullable() }).nullable(),
  status: z.string().nullable(),
  options: z.unknown(),
  isKept: z.boolean(),
  isEdited: z.boolean(),
})

/**
 * Keeps all changes of an owner's thread waiting until the transaction ends, where its version is still `version`. Throws
 * AppErrors: `thread-not-found` (404), `thread-changed` and `being-written` (409).
 */
export async function holdThread(
  tx: Within,
  owner: Owner,
  threadId: string,
  version: number,
): Promise<HeldThread> {
  const { column, id } = ownerCondition(owner)
  const held = await rowsOf(
    tx,
    `select 1 from threads where id = $1::uuid and ${column} = $2::uuid and version = $3 for no key update`,
    [threadId, id, version],
  )
  // Asked by itself, as what was waited for may have changed all of this.
  const [found] = await rowsOf(
    tx,
    `select t.title, t.numbering, e.trashed_at is not null as "isTrashed",
       case when s.id is not null then jsonb_build_object('id', s.id, 'text', s.text, 'language', s.language) end as snapshot,
       g.status::text as status, g.options,
       exists (select from revisions where thread_id = t.id and version = t.version) as "isKept",
       exists (select from revisions where thread_id = t.id and kind = 'edited') as "isEdited"
     from threads t
     left join library_entries e on e.thread_id = t.id
     left join snapshots s on s.id = t.snapshot_id
     left join lateral (
       select status, options from generations where thread_id = t.id order by id desc limit 1
     ) g on true
     where t.id = $1::uuid and t.${column} = $2::uuid`,
    [threadId, id],
  )
  if (found === undefined) throw threadNotFound()
  const { isTrashed, status, options, ...thread } = rowSchema.parse(found)
  if (isTrashed) throw threadInTrash()
  if (held.length === 0) throw threadChanged()
  if (status === 'queued' || status === 'running' || status === 'waiting')
    throw new AppError('being-written', 'This thread is being written: change it when that is done.', {
      status: 409,
    })
  return { ...thread, language: languageAsked(options) }
}

/** For what was decided on a state of a thread that is no longer its last. */
export const threadChanged = () =>
  new AppError(
    'thread-changed',
    'The thread was changed elsewhere meanwhile, so this was not saved. Look at it as it is now, and try again.',
    { status: 409 },
  )

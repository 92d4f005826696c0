import { data, redirect } from '@remix-run/node'
import type pg from 'pg'
import { z } from 'zod'
import type { Origin } from '#app/features/audit/event-origin.ts'
import { deleteFromTrash, trashThreads } from '#app/features/generation/trash-threads.ts'
import { mostAtOnce } from '#app/features/threads/library/change-entries.ts'
import { everything } from '#app/features/threads/library/entry-conditions.ts'
import { type LibraryWish, queryOf } from '#app/features/threads/library/library-wish.ts'
import { listLibrary } from '#app/features/threads/library/list-library.ts'
import { starThreads } from '#app/features/threads/library/star-threads.ts'
import { tagThreads, untagThreads } from '#app/features/threads/library/tags.ts'
import { restoreThreads, undoTrash } from '#app/features/threads/library/trash.ts'
import { nameThread } from '#app/features/threads/name-thread.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#app/platform/db.server.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { type Done, withDone } from './done.ts'

const ids = z.array(z.uuid()).max(mostAtOnce)
const deedSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['star', 'unstar', 'trash', 'restore', 'delete', 'empty']), ids }),
  z.object({ intent: z.enum(['tag', 'untag']), ids, tag: z.string() }),
  z.object({ intent: z.literal('name'), ids: ids.length(1), title: z.string() }),
  z.object({ intent: z.literal('undo'), at: z.iso.datetime() }),
])
type Deed = z.infer<typeof deedSchema>

/** A row's own button names its thread beside what it does: `star ID`. It counts rather than what is ticked. */
function deedOf(form: FormData): Deed | null {
  const [intent, id] = String(form.get('intent') ?? '').split(' ')
  const chosen = id === undefined ? form.getAll('id') : [id]
  const deed = {
    intent,
    ids: chosen,
    tag: form.get('tag') ?? '',
    title: form.get('title'),
    at: form.get('at'),
  }
  return deedSchema.safeParse(deed).data ?? null
}

type Dependencies = { prisma: Db; pool: pg.Pool; origin: Origin }
type Wanted = { owner: Owner; form: FormData; wish: LibraryWish }

/** Does what a form of the library asks for, and leads back to the page it was sent from. */
export async function answerDeed(dependencies: Dependencies, { owner, form, wish }: Wanted) {
  const deed = deedOf(form)
  if (!deed) throw new Response('Choose what to do with which threads.', { status: 400 })
  try {
    const done = await doIt(dependencies, owner, deed)
    return redirect(withDone(paths.threads() + queryOf(wish), done))
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 422) return throwAsResponse(error)
    const { message } = error
    if (deed.intent !== 'name') return data({ error: message, unnamed: null }, { status: 422 })
    const unnamed = { id: deed.ids[0] ?? '', title: deed.title, error: message }
    return data({ error: null, unnamed }, { status: 422 })
  }
}

async function doIt({ prisma, pool, origin }: Dependencies, owner: Owner, deed: Deed): Promise<Done> {
  const done = (name: Done['deed'], count: number, at: Date | null = null): Done => ({
    deed: name,
    count,
    at: at?.toISOString() ?? null,
  })
  if (deed.intent === 'undo') return done('restored', await undoTrash(prisma, owner, new Date(deed.at)))
  if (deed.intent === 'empty') {
    const all = await inTrash(pool, owner)
    return done('deleted', await deleteFromTrash(prisma, owner, { ids: all, origin }))
  }
  if (deed.intent === 'name') {
    for (const id of deed.ids) await nameThread(prisma, owner, id, deed.title)
    return done('renamed', 1)
  }
  if (deed.ids.length === 0) throw nothingTicked()
  switch (deed.intent) {
    case 'star':
      return done('starred', await starThreads(prisma, owner, { ids: deed.ids, isStarred: true }))
    case 'unstar':
      return done('unstarred', await starThreads(prisma, owner, { ids: deed.ids, isStarred: false }))
    case 'tag':
      return done('tagged', await tagThreads(prisma, owner, deed))
    case 'untag':
      return done('untagged', await untagThreads(prisma, owner, deed))
    case 'trash': {
      const { at, count } = await trashThreads({ prisma, pool }, owner, deed.ids)
      return done('trashed', count, at)
    }
    case 'restore':
      return done('restored', await restoreThreads(prisma, owner, deed.ids))
    case 'delete':
      return done('deleted', await deleteFromTrash(prisma, owner, { ids: deed.ids, origin }))
  }
}

const nothingTicked = () => new AppError('nothing-ticked', 'Select the threads first.', { status: 422 })

/** What lies there longest goes first; a trash with more is emptied by pressing again. */
async function inTrash(pool: pg.Pool, owner: Owner): Promise<string[]> {
  const wish = {
    ...everything,
    trash: true,
    sort: 'newest',
    size: mostAtOnce,
    after: null,
    before: null,
  } as const
  const { rows } = await listLibrary(pool, owner, wish)
  return rows.map(({ id }) => id)
}

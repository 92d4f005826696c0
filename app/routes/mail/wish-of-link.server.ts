import { z } from 'zod'
import { deleteCapture, keepNews, readCapture } from '#app/features/captures/capture-record.ts'
import { rhythms } from '#app/features/digests/digest-setting.ts'
import { keepRhythm } from '#app/features/digests/keep-setting.ts'
import type { StoppableKind } from '#app/features/mail/templates.ts'
import { keepWishes } from '#app/features/mail/wishes/keep-wishes.ts'
import { stoppableKinds } from '#app/features/mail/wishes/kinds.ts'
import { type Addressee, addresseeOf } from '#app/features/mail/wishes/mail-link.ts'
import { tickedWishes } from '#app/features/mail/wishes/ticked-wishes.ts'
import type { AppContext } from '#app/platform/context.ts'
import type { Db } from '#app/platform/db.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'

/** What the link of a message names. */
export type Asked = { by: string; addressee: Addressee; kind: StoppableKind | null }

const kindSchema = z.enum(stoppableKinds).nullable()

/** Whom a request's link names, and which kind of mail; throws a 404 that says so where it was altered or they are gone. */
export async function askedBy(
  request: Request,
  { database: { prisma }, sealer }: AppContext,
): Promise<Asked> {
  const { searchParams } = new URL(request.url)
  const by = searchParams.get('by') ?? ''
  const addressee = addresseeOf(sealer, by)
  const kind = kindSchema.safeParse(searchParams.get('kind'))
  if (!addressee || !kind.success || !(await isThere(prisma, addressee)))
    throw new Response(
      'This link doesn’t fit anybody’s mail: part of it is missing, or what it belonged to is gone. Take the one of your newest message, or sign in and choose under Account.',
      { status: 404 },
    )
  return { by, addressee, kind: kind.data }
}

async function isThere(db: Db, addressee: Addressee): Promise<boolean> {
  if ('captureId' in addressee) return (await readCapture(db, addressee.captureId)) !== null
  return (await db.user.count({ where: { id: addressee.userId } })) === 1
}

const wishSchema = z.union([
  // What mail programs send where somebody unsubscribes in them (RFC 8058, 3.1).
  z.object({ 'List-Unsubscribe': z.literal('One-Click') }).transform(() => 'one-click' as const),
  z.object({ intent: z.enum(['stop', 'stop-all', 'keep', 'delete']) }).transform(({ intent }) => intent),
])

/** Does what a form of the page, or a mail program's one click, wishes. Gives what was done; throws a 400 for anything else. */
export async function carryOutWish(
  request: Request,
  context: AppContext,
  { addressee, kind }: Pick<Asked, 'addressee' | 'kind'>,
): Promise<'one-click' | 'stopped' | 'kept' | 'deleted'> {
  const form = await readForm(request)
  const wish = wishSchema.safeParse(Object.fromEntries(form))
  const { prisma } = context.database
  if (!wish.success) throw new Response('Choose which mail is to come.', { status: 400 })
  if (wish.data === 'delete') {
    // An account goes under Account, where its password is asked for.
    if (!('captureId' in addressee)) throw new Response('Delete an account under Account.', { status: 400 })
    await deleteCapture(prisma, addressee.captureId)
    return 'deleted'
  }
  if (wish.data === 'keep') {
    await keep(prisma, addressee, form)
    return 'kept'
  }
  await stop(prisma, addressee, wish.data === 'stop-all' ? null : kind)
  return wish.data === 'one-click' ? 'one-click' : 'stopped'
}

/** Without a kind, all of them. */
async function stop(db: Db, addressee: Addressee, kind: StoppableKind | null): Promise<void> {
  if ('captureId' in addressee) return keepNews(db, addressee.captureId, false)
  const { userId } = addressee
  if (kind === null || kind === 'digest') await keepRhythm(db, { userId, rhythm: 'off' })
  if (kind === null) await keepWishes(db, userId, { threads: false, usage: false, news: false })
  else if (kind !== 'digest') await keepWishes(db, userId, { [kind]: false })
}

const rhythmSchema = z.enum(rhythms)

async function keep(db: Db, addressee: Addressee, form: FormData): Promise<void> {
  if ('captureId' in addressee) return keepNews(db, addressee.captureId, form.get('news') === 'on')
  const { userId } = addressee
  const rhythm = rhythmSchema.safeParse(form.get('rhythm'))
  if (!rhythm.success) throw new Response('Choose how often the digest is to come.', { status: 400 })
  await keepRhythm(db, { userId, rhythm: rhythm.data })
  await keepWishes(db, userId, tickedWishes(form))
}

import { countEvent } from '#app/features/analytics/count-event.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import type { StatusAddress } from './status-address.ts'
import { byHand } from './way.ts'

/** A part of an owner's publication, as the page that they answer shows it. */
export type PartPlace = { threadId: string; publicationId: string; position: number }

/**
 * Writes down that a part was posted, and where; the next one replies to it. Throws AppErrors: `step-changed` (409) where it
 * isn't this part's turn any more, `status-known` (409, at `address`) where another part has that address.
 */
export async function recordPosted(
  db: Db,
  owner: Owner,
  at: PartPlace,
  status: StatusAddress,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await takeTurn(tx, owner, at)
    const known = await tx.publicationPart.findFirst({
      where: { publicationId: at.publicationId, remoteId: status.id },
      select: { position: true },
    })
    if (known)
      throw new AppError(
        'status-known',
        `This is the address of tweet ${known.position}: paste this one’s.`,
        {
          status: 409,
          field: 'address',
        },
      )
    await settle(tx, owner, at, { state: 'posted', remoteId: status.id, remoteUrl: status.url })
  })
}

/** Leaves a part out; the next one replies to the last that was posted. Throws `step-changed` (409). */
export async function skipPart(db: Db, owner: Owner, at: PartPlace): Promise<void> {
  await db.$transaction(async (tx) => {
    await takeTurn(tx, owner, at)
    await settle(tx, owner, at, { state: 'skipped' })
  })
}

/** Takes back what was last written down, be it a post or a skip; on X it changes nothing. Throws `step-changed` (409). */
export async function undoPart(db: Db, owner: Owner, at: PartPlace): Promise<void> {
  await db.$transaction(async (tx) => {
    const settled = await lastOf(tx, owner, at, 'settled')
    if (settled !== at.position) throw stepChanged()
    await tx.publicationPart.update({
      where: { publicationId_position: { publicationId: at.publicationId, position: at.position } },
      data: { state: 'waiting', remoteId: null, remoteUrl: null, settledAt: null },
    })
    // Another may have begun meanwhile, and only one is under way.
    const other = await tx.publication.count({
      where: { threadId: at.threadId, state: 'underway', id: { not: at.publicationId } },
    })
    if (other > 0) throw stepChanged()
    await tx.publication.update({
      where: { id: at.publicationId },
      data: { state: 'underway', finishedAt: null },
    })
  })
}

async function settle(
  tx: Tx,
  owner: Owner,
  { threadId, publicationId, position }: PartPlace,
  outcome: { state: 'posted' | 'skipped'; remoteId?: string; remoteUrl?: string },
): Promise<void> {
  const settledAt = new Date()
  await tx.publicationPart.update({
    where: { publicationId_position: { publicationId, position } },
    data: { ...outcome, settledAt },
  })
  const waiting = await tx.publicationPart.count({ where: { publicationId, state: 'waiting' } })
  if (waiting > 0) return
  const { network, createdAt } = await tx.publication.update({
    where: { id: publicationId },
    data: { state: 'done', finishedAt: settledAt },
  })
  const posted = await tx.publicationPart.count({ where: { publicationId, state: 'posted' } })
  if (posted === 0) return
  // Taken back and done again, it is still one.
  const once = { id: publicationId, at: createdAt }
  await countEvent(tx, 'thread_posted', { network }, { owner, threadId, once })
}

async function takeTurn(tx: Tx, owner: Owner, at: PartPlace): Promise<void> {
  if ((await lastOf(tx, owner, at, 'waiting')) !== at.position) throw stepChanged()
}

/** Holds the publication, so that of two answers at once the second finds what the first did; then which part is next, or was last. */
async function lastOf(
  tx: Tx,
  owner: Owner,
  { threadId, publicationId }: PartPlace,
  which: 'waiting' | 'settled',
): Promise<number | null> {
  const own = { id: publicationId, threadId, way: byHand, thread: ownerColumns(owner) }
  if ((await tx.publication.count({ where: own })) === 0) throw stepChanged()
  await tx.$queryRaw`select id from publications where id = ${publicationId}::uuid for update`
  if (which === 'waiting' && (await tx.publication.count({ where: { ...own, state: 'underway' } })) === 0)
    throw stepChanged()
  const part = await tx.publicationPart.findFirst({
    where: { publicationId, state: which === 'waiting' ? 'waiting' : { not: 'waiting' } },
    select: { position: true },
    orderBy: { position: which === 'waiting' ? 'asc' : 'desc' },
  })
  return part?.position ?? null
}

const stepChanged = () =>
  new AppError('step-changed', 'This was done elsewhere meanwhile. Below is how it stands now.', {
    status: 409,
  })

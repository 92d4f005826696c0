import type { Db, Tx } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { readWrittenThread } from '../exports/read-written-thread.ts'
import type { ThreadWithSource } from '../read-thread.ts'
import { type ComposedVariant, composeVariant } from './compose-variant.ts'
import { type OwnPart, ownPartsSchema, type VariantNetwork, variantNetworkSchema } from './variant.ts'

export type VariantPlace = { threadId: string; network: VariantNetwork }
type SavedVariant = { version: number; parts: OwnPart[] }

export type ReadVariant = ComposedVariant & {
  network: VariantNetwork
  /** 0 for one that follows the thread in everything. */
  version: number
  thread: ThreadWithSource
}

/** A thread for a network, for its owner only. Throws what `readWrittenThread` throws. */
export async function readVariant(
  db: Db,
  owner: Owner,
  { threadId, network }: VariantPlace,
): Promise<ReadVariant> {
  const thread = await readWrittenThread(db, owner, threadId)
  const { version, parts } = await lastVariant(db, { threadId, network })
  return { ...composeVariant(thread, parts, network), network, version, thread }
}

/** What was saved last of a variant, or in an older version of it; null where that one never was. */
export async function lastVariant(db: Db | Tx, { threadId, network }: VariantPlace): Promise<SavedVariant> {
  const row = await db.variant.findFirst({ where: { threadId, network }, orderBy: { version: 'desc' } })
  return row ? { version: row.version, parts: ownPartsSchema.parse(row.parts) } : { version: 0, parts: [] }
}

/** The networks that anything was saved for. */
export async function savedNetworks(db: Db, threadId: string): Promise<VariantNetwork[]> {
  const rows = await db.variant.findMany({
    where: { threadId },
    distinct: ['network'],
    select: { network: true },
  })
  return rows.map(({ network }) => variantNetworkSchema.parse(network))
}

/** When a variant was saved, newest first, as far as a page lists it. */
export async function variantVersions(
  db: Db,
  { threadId, network }: VariantPlace,
): Promise<{ version: number; createdAt: Date }[]> {
  return db.variant.findMany({
    where: { threadId, network },
    select: { version: true, createdAt: true },
    orderBy: { version: 'desc' },
    take: 20,
  })
}

import type { Db } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Storage } from '#app/platform/storage.ts'
import { exportDays } from './run-export.ts'

export type StandingExport = {
  id: string
  createdAt: Date
  /** Of its file; null while it is at work. */
  bytes: number | null
  /** Until when its file can be fetched; null while it is at work. */
  until: Date | null
}

/** A person's exports that are at work or can still be fetched, the newest first. */
export async function readExports(db: Db, userId: string, now = new Date()): Promise<StandingExport[]> {
  const rows = await db.dataExport.findMany({
    where: { userId, createdAt: { gt: overBefore(now) } },
    orderBy: { id: 'desc' },
    take: 10,
  })
  return rows.map(({ id, createdAt, bytes, finishedAt }) => ({
    id,
    createdAt,
    bytes,
    until: finishedAt && new Date(createdAt.getTime() + days(exportDays)),
  }))
}

/** The file of an export, for its owner alone. Throws `export-not-found` (404), for others and once its time is over. */
export async function readExportFile(
  { prisma, storage }: { prisma: Db; storage: Storage },
  { userId, exportId }: { userId: string; exportId: string },
  now = new Date(),
): Promise<Uint8Array> {
  const row = await prisma.dataExport.findFirst({
    where: { id: exportId, userId, createdAt: { gt: overBefore(now) } },
    select: { storageKey: true },
  })
  const bytes = row?.storageKey ? await storage.get(row.storageKey) : null
  if (!bytes)
    throw new AppError('export-not-found', 'This file is gone: have your data exported again.', {
      status: 404,
    })
  return bytes
}

const overBefore = (now: Date) => new Date(now.getTime() - days(exportDays))

import type { Doer } from '#app/features/administration/deed.ts'
import { doAs } from '#app/features/administration/do-as.ts'
import { recordDeedOn } from '#app/features/administration/record-deed.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Component } from '../components.ts'

export type NewNote = { title: string; text: string; component: Component | null }

/** Tells everybody of a trouble on the status page. Throws `not-allowed` (403). */
export async function writeNote(prisma: Db, doing: Doer, note: NewNote): Promise<void> {
  await doAs(prisma, doing.by, 'alerts.change', async (tx) => {
    const { id } = await tx.incidentNote.create({ data: { ...note, writtenBy: doing.by } })
    await record(tx, doing, 'incident.told', id)
  })
}

/** Says that it is over; it stays to be read. Throws `not-allowed` (403), `note-not-open` (409) where that was said before. */
export async function resolveNote(prisma: Db, doing: Doer, noteId: string): Promise<void> {
  await doAs(prisma, doing.by, 'alerts.change', async (tx) => {
    const resolved = await tx.$executeRaw`
      update incident_notes set resolved_at = now() where id = ${noteId}::uuid and resolved_at is null`
    if (resolved === 0)
      throw new AppError('note-not-open', 'This note is marked as resolved already.', {
        status: 409,
        level: 'info',
      })
    await record(tx, doing, 'incident.resolved', noteId)
  })
}

const record = (tx: Tx, doing: Doer, action: string, id: string) =>
  recordDeedOn(tx, doing, action, { kind: 'incident', id })

/** What everybody is told at the moment, the newest first. */
export async function readOpenNotes(prisma: Db) {
  const notes = await prisma.incidentNote.findMany({
    where: { resolvedAt: null },
    select: { id: true, title: true, text: true, component: true, createdAt: true },
    orderBy: { id: 'desc' },
    take: 50,
  })
  return notes.map(({ createdAt, ...rest }) => ({ ...rest, createdAt: createdAt.toISOString() }))
}

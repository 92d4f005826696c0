import type { Db } from '#app/platform/db.server.ts'
import type { Actor } from './record-event.ts'

/** What is looked for; what isn't said is not asked for. */
export type EventFilter = {
  actor?: Actor
  /** Of a person or a browser, where it isn't known which. */
  actorId?: string
  /** `noun.verb`, or `noun.` for all that is done to one. */
  action?: string
  subject?: { kind: string; id?: string }
  /** The id of a person: what they did, and what was done to their account. */
  about?: string
  /** From this time on. */
  since?: Date
  /** Before this time. */
  until?: Date
}

export type RecordedEvent = {
  id: string
  at: Date
  actor: Actor
  action: string
  subject: { kind: string; id: string | null }
  reasonCode: string
  data: unknown
  /** The network it came from, coarsely, and what the browser called itself; null where that isn't known. */
  ip: string | null
  userAgent: string | null
}

const mostOnPage = 200

/**
 * A page of the audit trail, newest first, of `size` events (200 at most). `next` is given as `before` for the page after
 * it, and is null on the last. Whoever shows it to a person sees to it that they may see what the filter lets through.
 */
export async function readEvents(
  db: Db,
  filter: EventFilter,
  { size, before }: { size: number; before?: string },
): Promise<{ events: RecordedEvent[]; next: string | null }> {
  const { actor, actorId, action, subject, about, since, until } = filter
  const wanted = Math.min(size, mostOnPage)
  const rows = await db.auditEvent.findMany({
    where: {
      ...(before !== undefined && { id: { lt: before } }),
      ...(actor && { actorKind: actor.kind, actorId: actor.kind === 'system' ? null : actor.id }),
      ...(actorId !== undefined && { actorKind: { in: ['user', 'visitor'] }, actorId }),
      ...(action !== undefined && { action: action.endsWith('.') ? { startsWith: action } : action }),
      ...(subject && {
        subjectKind: subject.kind,
        ...(subject.id !== undefined && { subjectId: subject.id }),
      }),
      ...(about !== undefined && {
        OR: [
          { actorKind: 'user', actorId: about },
          { subjectKind: 'user', subjectId: about },
        ],
      }),
      at: { ...(since && { gte: since }), ...(until && { lt: until }) },
    },
    // Ids are in the order of time, and unlike that no two are the same.
    orderBy: { id: 'desc' },
    take: wanted + 1,
  })
  const events = rows.slice(0, wanted).map(({ actorKind, actorId, subjectKind, subjectId, ...rest }) => ({
    ...rest,
    actor: actorFrom(actorKind, actorId),
    subject: { kind: subjectKind, id: subjectId },
  }))
  return { events, next: rows.length > wanted ? (events.at(-1)?.id ?? null) : null }
}

function actorFrom(kind: string, id: string | null): Actor {
  return (kind === 'visitor' || kind === 'user') && id !== null ? { kind, id } : { kind: 'system' }
}

import type { Db } from '#app/platform/db.server.ts'
import { hours } from '#app/platform/durations.ts'
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
      id: {
        ...(since && { gte: firstIdOf(since.getTime() - mostApart) }),
        lt: earlier(before, until && firstIdOf(until.getTime() + mostApart)),
      },
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

/** How far the time of an event may be from the one that its id begins with: that of the process, and of a clock that is wrong. */
const mostApart = hours(24)

/** The id (UUID 7) that comes before all of a time on: in milliseconds since 1970. */
function firstIdOf(time: number): string {
  const hex = Math.max(0, time).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

const earlier = (one: string | undefined, other: string | undefined) =>
  one !== undefined && other !== undefined && one > other ? other : (one ?? other)

function actorFrom(kind: string, id: string | null): Actor {
  return (kind === 'visitor' || kind === 'user') && id !== null ? { kind, id } : { kind: 'system' }
}

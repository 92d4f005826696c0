import { v7 as uuidv7 } from 'uuid'
import type { Db, Prisma } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'
import { keptOrigin, type Origin } from './event-origin.ts'

/** Who did something: a browser, a person, or Threadr itself. */
export type Actor = { kind: 'visitor' | 'user'; id: string } | { kind: 'system' }

export type AuditEvent = {
  /** A UUID, where the person is told the event's number before it is stored; the database makes one without it. */
  id?: string
  actor: Actor
  /** What was done, as noun.verb: `content.refused`. */
  action: string
  /** What it was done to. `id` is null where that never came to be. */
  subject: { kind: string; id: string | null }
  /** Why, as a stable code. */
  reasonCode: string
  /** What else is to be known. Never a text of a person's own: its hash will do. */
  data?: Prisma.InputJsonObject
  /** Where it came from, for what a person did; only its network is kept of an address. */
  origin?: Origin
}

/**
 * Adds an event to the audit trail, where it stays until the time set for that is over (AUDIT_DAYS). Whoever must not act
 * unrecorded awaits it: it throws the database's error where the event could not be stored. Needs no right but to insert.
 */
export async function recordEvent(within: Db | Within, event: AuditEvent): Promise<void> {
  const { id = uuidv7(), actor, action, subject, reasonCode, data = {}, origin } = event
  const { ip, userAgent } = keptOrigin(origin)
  // In SQL, since people wait for it wherever they do something.
  await rowsOf(
    within,
    `insert into audit_events
       (id, actor_kind, actor_id, action, subject_kind, subject_id, reason_code, data, ip, user_agent)
     values ($1::uuid, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)`,
    [
      id,
      actor.kind,
      actor.kind === 'system' ? null : actor.id,
      action,
      subject.kind,
      subject.id,
      reasonCode,
      JSON.stringify(data),
      ip,
      userAgent,
    ],
  )
}

export const actorOf = (owner: Owner): Actor =>
  'userId' in owner ? { kind: 'user', id: owner.userId } : { kind: 'visitor', id: owner.visitorId }

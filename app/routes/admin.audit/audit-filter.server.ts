import { z } from 'zod'
import type { EventFilter } from '#app/features/audit/read-events.ts'
import type { Db } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'

const text = z.string().trim().max(254).catch('')
const day = z.iso.date().or(z.literal('')).catch('')
const querySchema = z.object({ by: text, action: text, on: text, about: text, since: day, until: day })

/** What was typed into the filter, as it is shown again. */
export type AuditQuery = z.infer<typeof querySchema>

export const readAuditQuery = (params: URLSearchParams): AuditQuery =>
  querySchema.parse(Object.fromEntries(params))

/**
 * What is looked for, of what was typed: `by` an address, an id or "system"; `on` an address, a kind of thing, or a kind
 * and an id; `about` a person's address or id; days in UTC, both included. Null where an address is nobody's.
 */
export async function filterOf(db: Db, query: AuditQuery): Promise<EventFilter | null> {
  const { by, action, on, about, since, until } = query
  const idOf = async (typed: string) => {
    if (!typed.includes('@')) return typed
    const person = await db.user.findUnique({ where: { email: typed.toLowerCase() }, select: { id: true } })
    return person?.id ?? null
  }
  const [byId, aboutId] = [await idOf(by), await idOf(about)]
  const [kind = '', subjectId] = on.includes('@') ? ['user', await idOf(on)] : on.split(/[\s:]+/, 2)
  if (byId === null || aboutId === null || subjectId === null) return null
  return {
    ...(by === 'system' ? { actor: { kind: 'system' } } : by !== '' && { actorId: byId }),
    ...(action !== '' && { action }),
    ...(kind !== '' && { subject: { kind, ...(subjectId !== undefined && { id: subjectId }) } }),
    ...(about !== '' && { about: aboutId }),
    ...(since !== '' && { since: new Date(since) }),
    ...(until !== '' && { until: new Date(new Date(until).getTime() + days(1)) }),
  }
}

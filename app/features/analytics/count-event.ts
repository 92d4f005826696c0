import type { Owner } from '#app/platform/owner.ts'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'
import { type EventName, eventProps, type PropsOf } from './event.ts'
import { subjectOf } from './subject.ts'

type About = {
  owner?: Owner
  /** Who it counts for where flags and versions are compared: the browser that somebody signed up in. */
  seenAs?: Owner
  threadId?: string
  /** Set for an event that has a moment and a number of its own, so that it is noted once. */
  once?: { id: string; at: Date }
}

/**
 * Notes an event, in the transaction of what happened: both or neither. It is one insert without a lock that anybody waits for.
 * Props that aren't as declared are left out, rather than break what they are about.
 */
export async function countEvent<Name extends EventName>(
  within: Within,
  name: Name,
  props: PropsOf<Name>,
  { owner, seenAs = owner, threadId, once }: About = {},
): Promise<void> {
  const checked = eventProps[name].safeParse(props)
  await rowsOf(
    within,
    `insert into analytics_events (id, at, name, user_id, subject, thread_id, props)
     values (coalesce($1::uuid, gen_random_uuid()), coalesce($2::timestamptz, now()), $3, (select id from users where id = $4::uuid), $5, $6::uuid, $7::jsonb)
     on conflict do nothing`,
    [
      once?.id ?? null,
      once?.at.toISOString() ?? null,
      name,
      owner && 'userId' in owner ? owner.userId : null,
      seenAs ? subjectOf(seenAs) : null,
      threadId ?? null,
      JSON.stringify(checked.success ? checked.data : {}),
    ],
  )
}

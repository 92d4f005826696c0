import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { seconds } from '#app/platform/durations.ts'
import { startArticleSite } from '#tests/setup/article-site.ts'
import { type RunningService, startService } from '#tests/setup/running-service.ts'
import { countChanges, keptWhileSame } from './changes.ts'
import { createPeople } from './people.ts'
import { printOfOwner, printOfTables } from './prints.ts'
import { type OwnerRole, owners, people, type Role } from './roles.ts'

/** What addresses and forms name: the owner's, as it stands at the moment. */
export type Names = {
  threadId: string
  sourceId: string
  snapshotId: string
  tweetId: string
  version: string
  /** The columns that say whose the thread is. */
  visitorId: string
  userId: string
  /** Of the person who owns one of the threads. */
  email: string
  sessionId: string
  /** An id of nothing. */
  nothing: string
  exportId: string
  /** Of an issue of the newsletter that nobody has written. */
  issueId: string
  /** Whom people sign in through. */
  provider: string
  /** The latest entry of the case about the person. */
  caseSeen: string
  format: string
  /** Of a tweet within its thread. */
  position: string
  /** Of a public page that isn't there. */
  token: string
  rest: string
}

export type World = {
  address: string
  /** What its processes were started with. */
  env: Record<string, string>
  cookieOf(role: Role): string
  names(owner: OwnerRole): Promise<Names>
  /** Stands in every page of an owner's, and in nobody else's. */
  markerOf(owner: OwnerRole): string
  /** Waits until the worker has nothing to do, and lets everybody in again who was put out. */
  settled(): Promise<void>
  /** Tells by one word whether anything of an owner's has changed. */
  printOfOwner(owner: OwnerRole): Promise<string>
  /** Tells by a word a table whether anything has. */
  printOfTables(): Promise<Record<string, string>>
  close(): Promise<void>
}

const namesSchema = z.object({
  source_id: z.string(),
  snapshot_id: z.string(),
  tweet_id: z.string(),
  version: z.number(),
})

/** A service with two visitors and two people, each with a thread that is ready. */
export async function openWorld(): Promise<World> {
  const sessionSecret = randomBytes(24).toString('hex')
  const site = await startArticleSite()
  const service = await startService({
    SESSION_SECRET: sessionSecret,
    GITHUB_CLIENT_ID: 'threadr',
    GITHUB_CLIENT_SECRET: 'known-to-both',
  }).catch(async (error: unknown) => {
    await site.close()
    throw error
  })
  const close = async () => {
    await service.close()
    await site.close()
  }
  const { pool, address } = service
  const markerOf = (owner: OwnerRole) => `own-of-the-${owner}`
  try {
    const persons = await createPeople(pool, sessionSecret)
    const visitors = {
      owner: await service.write(site.url + markerOf('owner')),
      other: await service.write(`${site.url}another`),
    }
    const threadOf = {
      owner: idOf(visitors.owner.page),
      person: idOf((await service.write(site.url + markerOf('person'))).page),
    }
    await giveTo(pool, persons.person.id, threadOf.person)
    await giveTo(pool, persons.stranger.id, idOf((await service.write(`${site.url}of-a-stranger`)).page))
    const cookies: Record<Role, string> = {
      nobody: '',
      owner: visitors.owner.cookie,
      other: visitors.other.cookie,
      stranger: persons.stranger.cookie,
      support: persons.support.cookie,
      admin: persons.admin.cookie,
      person: persons.person.cookie,
    }
    const ownerIds = { owner: await visitorOf(pool, threadOf.owner), person: persons.person.id }
    const names = async (owner: OwnerRole): Promise<Names> => ({
      ...(await readNames(pool, threadOf[owner])),
      visitorId: ownerIds.owner,
      userId: persons.person.id,
      email: persons.person.email,
      sessionId: persons.person.sessionId,
      caseSeen: await caseOf(pool, persons.person.id),
    })
    for (const owner of owners) {
      const { threadId } = await names(owner)
      const shown = await fetch(`${address}/threads/${threadId}`, { headers: { Cookie: cookies[owner] } })
      if (!(await shown.text()).includes(markerOf(owner)))
        throw new Error(`the own page of ${owner} doesn’t show the marker`)
    }
    const changes = await countChanges(pool)
    const print = {
      owner: keptWhileSame(changes, () => printOfOwner(pool, ownerIds.owner)),
      person: keptWhileSame(changes, () => printOfOwner(pool, ownerIds.person)),
    }
    return {
      address,
      env: service.env,
      cookieOf: (role) => cookies[role],
      names,
      markerOf,
      settled: keptWhileSame(changes, async () => {
        await Promise.all(people.map((role) => persons[role].restore()))
        await settled(service)
      }),
      printOfOwner: (owner) => print[owner](),
      printOfTables: keptWhileSame(changes, () => printOfTables(pool)),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

const idOf = (page: string) => page.split('/').at(-1) ?? ''

async function caseOf(pool: RunningService['pool'], userId: string): Promise<string> {
  const { rows } = await pool.query('select max(id)::text as id from risk_entries where user_id = $1', [
    userId,
  ])
  return z.object({ id: z.string() }).parse(rows[0]).id
}

/** Hands a browser's thread to somebody, as signing in does. */
async function giveTo(pool: RunningService['pool'], userId: string, threadId: string): Promise<void> {
  await pool.query(
    `with thread as (update threads set user_id = $1, visitor_id = null where id = $2 returning source_id)
     update sources set user_id = $1, visitor_id = null where id in (select source_id from thread)`,
    [userId, threadId],
  )
}

async function visitorOf(pool: RunningService['pool'], threadId: string): Promise<string> {
  const { rows } = await pool.query('select visitor_id as id from threads where id = $1', [threadId])
  return z.object({ id: z.string() }).parse(rows[0]).id
}

async function readNames(pool: RunningService['pool'], threadId: string) {
  const { rows } = await pool.query(
    `select t.source_id, s.snapshot_id, t.version,
            (select id from tweets where thread_id = t.id order by position limit 1) as tweet_id
     from threads t join sources s on s.id = t.source_id where t.id = $1`,
    [threadId],
  )
  const row = namesSchema.parse(rows[0])
  return {
    threadId,
    sourceId: row.source_id,
    snapshotId: row.snapshot_id,
    tweetId: row.tweet_id,
    version: String(row.version),
    nothing: randomUUID(),
    exportId: randomUUID(),
    issueId: randomUUID(),
    provider: 'github',
    format: 'csv',
    network: 'bluesky',
    position: '1',
    token: 'A'.repeat(43),
    rest: 'nothing-here',
  }
}

/** Nothing takes longer than a second or two here. */
const patience = seconds(60)

async function settled({ pool }: RunningService): Promise<void> {
  const end = Date.now() + patience
  for (;;) {
    const { rowCount } = await pool.query(
      `select 1 from generations where status in ('queued', 'running')
       union all select 1 from rereads where finished_at is null
       union all select 1 from tweet_candidates where finished_at is null
       union all select 1 from graphile_worker._private_jobs where attempts < max_attempts`,
    )
    if (rowCount === 0) return
    if (Date.now() > end) throw new Error('the worker does not get done')
    await sleep(20)
  }
}

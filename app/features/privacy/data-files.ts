import { z } from 'zod'
import { readEvents } from '#app/features/audit/read-events.ts'
import { suppressionOf } from '#app/features/mail/suppressions.ts'
import { snapshotOf } from '#app/features/sources/snapshot-record.ts'
import { storedTweetSchema } from '#app/features/threads/stored-tweet.ts'
import { threadTitle } from '#app/features/threads/thread-title.ts'
import type { Db } from '#app/platform/db.server.ts'

/** A file of an export: its name in the archive and what it holds. */
export type DataFile = { name: string; text: string }

/** Rows read at once, so that an export takes no more memory for many threads than for a few. */
const page = 50

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** Everything that is kept of a person, as files that they and other programs can read; no secret is among them. */
export async function* dataFiles(db: Db, userId: string): AsyncGenerator<DataFile> {
  yield { name: 'README.txt', text: readMe }
  yield await accountFile(db, userId)
  yield await standingFile(db, userId)
  yield await planFile(db, userId)
  yield await mailFile(db, userId)
  yield* threadFiles(db, userId)
  yield* sourceFiles(db, userId)
  yield* activityFiles(db, userId)
  yield* countedFiles(db, userId)
}

const readMe = `All that Threadr keeps of you.

account.json      who you are here, what you connected, where you are signed in, and when you get a digest
standing.json     whether your account is limited, and what that was concluded from
mail.json         which messages were written to you in the last 30 days and what became of each, without their texts,
                  and why none are sent any more, where that is so
plan.json         what you bought, your invoices, and what was paid and given back
mail.json         which mail you chose, and what you agreed to where you left your address before you had an account
threads/          your threads: each as JSON with all that is known of its tweets, what they say on other networks,
                  and where they were shared and posted, as Markdown to read, and with the versions that its history
                  keeps, with their names
sources/          what your threads were made from, each text as it was read or put right
activity-*.json   what was done on your account, by whom and from which network
counted-*.json    what of that Threadr counts: when, what, and of which thread

Passwords, codes, sessions and the range of addresses that you signed up from are kept as hashes or sealed, and are of no
use to anybody; they are left out.
`

async function accountFile(db: Db, userId: string): Promise<DataFile> {
  const { totpSince, ...account } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      createdAt: true,
      totpSince: true,
      keepDays: true,
      digestSetting: { select: { rhythm: true, hour: true, weekday: true, zone: true, toldAt: true } },
      connectedAccounts: { select: { provider: true, providerUserId: true, createdAt: true } },
      sessions: { select: { userAgent: true, network: true, createdAt: true, lastSeenAt: true } },
    },
  })
  return { name: 'account.json', text: json({ ...account, twoFactorSince: totpSince }) }
}

/** What speaks for an account being one of many in one hand, and what was decided; not who of the staff decided. */
async function standingFile(db: Db, userId: string): Promise<DataFile> {
  const { limitedAt, riskEntries } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      limitedAt: true,
      riskEntries: {
        select: { kind: true, count: true, reference: true, score: true, reasons: true, at: true },
        orderBy: { id: 'asc' },
      },
    },
  })
  return { name: 'standing.json', text: json({ limitedSince: limitedAt, entries: riskEntries }) }
}

/** What they bought and what came and went for it; what else Stripe keeps of them, Stripe gives. */
async function planFile(db: Db, userId: string): Promise<DataFile> {
  const subscription = await db.subscription.findUnique({
    where: { userId },
    omit: { userId: true, version: true, told: true, checkoutId: true, checkouts: true, customers: true },
  })
  const ledger = await db.ledgerEntry.findMany({
    where: { userId },
    select: { kind: true, reference: true, amountCents: true, currency: true, at: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const changes = await db.subscriptionChange.findMany({
    where: { userId },
    select: { fromCents: true, toCents: true, currency: true, at: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const given = await db.planGrant.findMany({
    where: { userId },
    select: { plan: true, until: true, reason: true, createdAt: true },
    orderBy: { id: 'asc' },
  })
  return { name: 'plan.json', text: json({ subscription, given, ledger, changes }) }
}

/**
 * What went to their address, since some of it does before there is an account (what it said is forgotten once it is sent);
 * what they said of mail; and their address as they left it before they had an account.
 */
async function mailFile(db: Db, userId: string): Promise<DataFile> {
  const { email, mailWishes: wishes } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, mailWishes: { omit: { userId: true }, orderBy: { kind: 'asc' } } },
  })
  const of = email === null ? {} : await mailOf(db, email)
  return { name: 'mail.json', text: json({ wishes, ...of }) }
}

async function mailOf(db: Db, email: string) {
  const messages = await db.mail.findMany({
    where: { to: email },
    omit: { id: true, body: true, key: true, tries: true, providerId: true },
    orderBy: { id: 'asc' },
  })
  const addressAsked = await db.captureRequest.findMany({
    where: { email },
    select: {
      email: true,
      consent: true,
      consentVersion: true,
      wantsNews: true,
      createdAt: true,
      usedAt: true,
    },
    orderBy: { id: 'asc' },
  })
  const addressLeft = await db.capture.findUnique({ where: { email }, omit: { userId: true } })
  return { messages, stoppedBecause: await suppressionOf(db, email), addressLeft, addressAsked }
}

async function* threadFiles(db: Db, userId: string): AsyncGenerator<DataFile> {
  for (let after = ''; ; ) {
    const rows = await db.thread.findMany({
      where: { userId, ...(after !== '' && { id: { gt: after } }) },
      include: {
        tweets: { orderBy: { position: 'asc' } },
        generations: {
          select: { status: true, model: true, options: true, createdAt: true, finishedAt: true },
        },
        source: { select: { url: true, fileName: true } },
        snapshot: { select: { title: true } },
        share: { select: { showVerdicts: true, isIndexed: true, createdAt: true } },
        publications: {
          include: { parts: { orderBy: { position: 'asc' } } },
          orderBy: { id: 'asc' },
        },
        variants: {
          omit: { threadId: true },
          orderBy: [{ network: 'asc' }, { version: 'asc' }],
        },
        tags: { select: { tag: true }, orderBy: { tag: 'asc' } },
        entry: { select: { isStarred: true, trashedAt: true } },
      },
      orderBy: { id: 'asc' },
      take: page,
    })
    for (const { tweets: stored, submissionKey, visitorId, tags, entry, ...thread } of rows) {
      const tweets = stored.map((tweet) => storedTweetSchema.parse(tweet))
      yield {
        name: `threads/${thread.id}.json`,
        text: json({ ...thread, ...entry, tags: tags.map(({ tag }) => tag), tweets }),
      }
      const { title: ownTitle, snapshot, source } = thread
      const title = threadTitle({ ...source, ownTitle, title: snapshot?.title ?? null, text: null })
      const texts = tweets.map(({ text }) => text).join('\n\n---\n\n')
      yield { name: `threads/${thread.id}.md`, text: `# ${title}\n\n${texts}\n` }
      yield* versionFiles(db, thread.id)
    }
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = last.id
  }
}

/** What a thread's history keeps; a long one comes in several files. */
async function* versionFiles(db: Db, threadId: string): AsyncGenerator<DataFile> {
  for (let number = 1, after = -1; ; number += 1) {
    const rows = await db.revision.findMany({
      where: { threadId, version: { gt: after } },
      omit: { id: true, threadId: true, groupId: true },
      orderBy: { version: 'asc' },
      take: page,
    })
    const last = rows.at(-1)
    if (last) yield { name: `threads/${threadId}.versions-${number}.json`, text: json(rows) }
    if (!last || rows.length < page) return
    after = last.version
  }
}

async function* sourceFiles(db: Db, userId: string): AsyncGenerator<DataFile> {
  for (let after = ''; ; ) {
    const rows = await db.source.findMany({
      where: { userId, ...(after !== '' && { id: { gt: after } }) },
      select: { id: true, origin: true, url: true, fileName: true, createdAt: true, snapshots: true },
      orderBy: { id: 'asc' },
      take: page,
    })
    for (const { snapshots, ...source } of rows) {
      const read = snapshots.map((row) => snapshotOf(row))
      const about = read.map(({ text, blocks, ...rest }) => rest)
      yield { name: `sources/${source.id}/source.json`, text: json({ ...source, snapshots: about }) }
      for (const { number, text } of read) yield { name: `sources/${source.id}/${number}.txt`, text }
    }
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = last.id
  }
}

/** What a person did, and what was done to their account by others. */
async function* activityFiles(db: Db, userId: string): AsyncGenerator<DataFile> {
  const filters = {
    'activity-own': { actor: { kind: 'user', id: userId } },
    'activity-on-account': { subject: { kind: 'user', id: userId } },
  } as const
  for (const [name, filter] of Object.entries(filters)) {
    for (let number = 1, before: string | null | undefined; ; number += 1) {
      const { events, next } = await readEvents(db, filter, { size: 200, ...(before && { before }) })
      if (events.length > 0) yield { name: `${name}-${number}.json`, text: json(events) }
      if (next === null) break
      before = next
    }
  }
}

const countedSchema = z.array(
  z.object({
    id: z.string(),
    at: z.date(),
    name: z.string(),
    threadId: z.string().nullable(),
    props: z.unknown(),
  }),
)

/** What is counted of them. */
async function* countedFiles(db: Db, userId: string): AsyncGenerator<DataFile> {
  const size = 1000
  for (let number = 1, at = new Date(0), id = '00000000-0000-0000-0000-000000000000'; ; number += 1) {
    const rows = countedSchema.parse(
      await db.$queryRaw`
        select id, at, name, thread_id as "threadId", props from analytics_events
        where user_id = ${userId}::uuid and (at, id) > (${at}, ${id}::uuid) order by at, id limit ${size}`,
    )
    const last = rows.at(-1)
    if (last) yield { name: `counted-${number}.json`, text: json(rows) }
    if (!last || rows.length < size) return
    at = last.at
    id = last.id
  }
}

import { describe, expect, test } from 'vitest'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { mailBody } from '#app/features/mail/mail-body.ts'
import { openMail } from '#app/features/mail/queue-mail.ts'
import { addresseeOf } from '#app/features/mail/wishes/mail-link.ts'
import { days } from '#app/platform/durations.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { readText } from '../sources/read-text.ts'
import { gatherDigest } from './gather-digest.ts'
import { keepRhythm, keepSetting, readSetting } from './keep-setting.ts'
import { sendDigest, skipDigest } from './send-digest.ts'
import { sweepDigests } from './sweep-digests.ts'

const database = cloneTestDatabase()
const sealer = createSealer(['a-key-of-the-tests-000000000000000001'])
const appUrl = 'https://threadr.example'
const dependencies = () => ({ prisma: database.owner.prisma, pool: database.owner.pool, sealer, appUrl })

/** Somebody with a daily digest, which is due, and a thread that they have just made. */
async function personWithDigest({ hasThread = true } = {}) {
  const email = `${crypto.randomUUID()}@example.com`
  const { id: userId } = await database.owner.prisma.user.create({ data: { name: 'Ada', email } })
  const setting = { rhythm: 'daily', hour: 8, weekday: 1, zone: 'Europe/Berlin' } as const
  await keepSetting(database.app.prisma, { userId, setting, now: new Date(Date.now() - days(1)) })
  const threadId = hasThread ? await thread(userId) : ''
  const nextAt = (await readSetting(database.app.prisma, userId)).nextAt ?? new Date(0)
  return { userId, email, threadId, dueAt: nextAt.toISOString() }
}

async function thread(userId: string): Promise<string> {
  const made = await submitted(database.app.prisma, {
    owner: { userId },
    submission: { origin: 'text', snapshot: readText(bridgeArticle) },
  })
  await runGeneration(runDependencies(database), jobOf(made.generationId))
  return made.threadId
}

const mailsTo = async (email: string) => {
  const rows = await database.owner.prisma.mail.findMany({ where: { to: email } })
  return Promise.all(
    rows.map(async ({ body, ...row }) => {
      const content = openMail(sealer, body ?? '')
      return { ...row, headers: content.headers, ...(await mailBody(content)) }
    }),
  )
}

describe('a digest', () => {
  test('names the new threads, says where to stop it, and is due again the next day', async () => {
    const { userId, email, threadId, dueAt } = await personWithDigest()
    await sendDigest(dependencies(), { userId, dueAt })
    const [mail, ...others] = await mailsTo(email)
    expect(others).toEqual([])
    expect(mail?.subject).toMatch(/^Your day on Threadr: .*1 new thread/)
    expect(mail?.text).toContain(`${appUrl}/threads/${threadId}`)
    const stop = /<(.*)>/.exec(mail?.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? ''
    expect(addresseeOf(sealer, new URL(stop).searchParams.get('by'))).toEqual({ userId })
    expect(new URL(stop).searchParams.get('kind')).toBe('digest')
    expect(mail?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(mail?.html).toContain(stop.replaceAll('&', '&amp;'))
    const { nextAt, toldAt } = await readSetting(database.app.prisma, userId)
    expect(nextAt?.getTime()).toBeGreaterThan(Date.now())
    expect(toldAt).not.toBeNull()
  })

  test('is written once, however many workers are at it at once, and however often', async () => {
    const { userId, email, dueAt } = await personWithDigest()
    await Promise.all(Array.from({ length: 10 }, () => sendDigest(dependencies(), { userId, dueAt })))
    await sendDigest(dependencies(), { userId, dueAt })
    expect(await mailsTo(email)).toHaveLength(1)
  })

  test('with nothing to say isn’t sent', async () => {
    const { userId, email, dueAt } = await personWithDigest({ hasThread: false })
    await sendDigest(dependencies(), { userId, dueAt })
    expect(await mailsTo(email)).toEqual([])
    expect((await readSetting(database.app.prisma, userId)).nextAt?.toISOString()).not.toBe(dueAt)
  })

  test('tells of a thread when it is new and when it has begun to wait, and then no more', async () => {
    const { userId, email } = await personWithDigest()
    for (const day of [0, 1, 2, 3]) {
      const dueAt = (await readSetting(database.app.prisma, userId)).nextAt?.toISOString() ?? ''
      await sendDigest(dependencies(), { userId, dueAt }, new Date(Date.now() + days(day)))
    }
    const subjects = (await mailsTo(email)).map(({ subject }) => subject)
    expect(subjects).toEqual([
      expect.stringContaining('1 new thread'),
      expect.stringContaining('1 draft waiting'),
    ])
  })

  test.each([
    ['suspended', { disabledAt: new Date() }],
    ['about to go', { deleteAfter: new Date() }],
    ['without an address', { email: null }],
  ])('goes to nobody who is %s', async (_, change) => {
    const { userId, email, dueAt } = await personWithDigest()
    await database.owner.prisma.user.update({ where: { id: userId }, data: change })
    await sendDigest(dependencies(), { userId, dueAt })
    expect(await mailsTo(email)).toEqual([])
  })

  test('that was stopped or moved meanwhile isn’t sent', async () => {
    const { userId, email, dueAt } = await personWithDigest()
    await keepRhythm(database.app.prisma, { userId, rhythm: 'off' })
    await sendDigest(dependencies(), { userId, dueAt })
    expect(await mailsTo(email)).toEqual([])
    await keepRhythm(database.app.prisma, { userId, rhythm: 'weekly' })
    expect(await readSetting(database.app.prisma, userId)).toMatchObject({ hour: 8, zone: 'Europe/Berlin' })
  })

  test('that can’t be told is left out, and the next one tells of its time too', async () => {
    const { userId, email, dueAt } = await personWithDigest()
    await skipDigest(database.owner.prisma, { userId, dueAt })
    const { nextAt, toldAt } = await readSetting(database.app.prisma, userId)
    expect(toldAt).toBeNull()
    await sendDigest(dependencies(), { userId, dueAt: nextAt?.toISOString() ?? '' })
    expect((await mailsTo(email))[0]?.subject).toContain('1 new thread')
  })

  test('is due no second time on a computer whose clock is behind', async () => {
    const { userId, dueAt } = await personWithDigest()
    await sendDigest(dependencies(), { userId, dueAt }, new Date(Date.parse(dueAt) - 60_000))
    const { nextAt } = await readSetting(database.app.prisma, userId)
    expect(nextAt?.getTime()).toBeGreaterThan(Date.parse(dueAt))
  })

  test('gets a job of its own when it is due, and one at a time', async () => {
    const { userId, dueAt } = await personWithDigest({ hasThread: false })
    await sweepDigests(database.owner.prisma)
    await sweepDigests(database.owner.prisma)
    const { rows } = await database.owner.pool.query(
      `select payload from graphile_worker._private_jobs where key = $1`,
      [`digest:${userId}`],
    )
    expect(rows).toEqual([{ payload: { userId, dueAt } }])
  })
})

describe('what is told', () => {
  const from = () => new Date(Date.now() - days(1))
  const gather = (userId: string) =>
    gatherDigest(database.app.pool, { userId, from: from(), until: new Date() })
  const moved = (threadId: string, by: string) =>
    database.owner.pool.query(
      `with t as (update threads set created_at = now() - $2::interval where id = $1)
       update library_entries set changed_at = now() - $2::interval where thread_id = $1`,
      [threadId, by],
    )

  test('is a draft once nobody has touched it for as long as a digest is apart, and news only then', async () => {
    const { userId, threadId } = await personWithDigest()
    await moved(threadId, '30 hours')
    expect(await gather(userId)).toMatchObject({ made: [], waiting: [{ id: threadId }], isNews: true })
    await moved(threadId, '80 hours')
    expect(await gather(userId)).toMatchObject({ waiting: [{ id: threadId }], isNews: false })
    await moved(threadId, '40 days')
    expect(await gather(userId)).toMatchObject({ waiting: [], isNews: false })
  })

  test('is a source that says something else by now, whenever the thread was made', async () => {
    const { userId, threadId } = await personWithDigest()
    await moved(threadId, '40 days')
    await database.owner.pool.query(
      `insert into rereads (id, source_id, snapshot_id, finished_at)
       select gen_random_uuid(), source_id, gen_random_uuid(), now() from threads where id = $1`,
      [threadId],
    )
    expect(await gather(userId)).toMatchObject({ changed: [{ id: threadId }], isNews: true })
  })

  test('is what was posted, and no longer as a draft', async () => {
    const { userId, threadId } = await personWithDigest()
    await moved(threadId, '30 hours')
    await database.owner.prisma.publication.create({
      data: { threadId, way: 'by-hand', state: 'done', threadVersion: 1, finishedAt: new Date() },
    })
    expect(await gather(userId)).toMatchObject({ posted: [{ id: threadId }], waiting: [], isNews: true })
  })

  test('is how many tweets the source doesn’t back', async () => {
    const { userId, threadId } = await personWithDigest()
    await database.owner.pool.query(
      `update tweets set verdict = 'unsupported' where thread_id = $1 and position = 2`,
      [threadId],
    )
    expect((await gather(userId)).made).toMatchObject([{ id: threadId, doubts: 1 }])
  })

  test('is nothing of the trash, and nothing of anybody else', async () => {
    const { userId, threadId } = await personWithDigest()
    const other = await personWithDigest({ hasThread: false })
    expect((await gather(other.userId)).made).toEqual([])
    await database.owner.prisma.libraryEntry.update({ where: { threadId }, data: { trashedAt: new Date() } })
    expect((await gather(userId)).made).toEqual([])
  })
})

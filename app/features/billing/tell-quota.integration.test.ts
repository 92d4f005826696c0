import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { retryGeneration } from '#app/features/generation/retry-generation.ts'
import { mailBody } from '#app/features/mail/mail-body.ts'
import { openMail } from '#app/features/mail/queue-mail.ts'
import { keepWishes } from '#app/features/mail/wishes/keep-wishes.ts'
import { mailLink } from '#app/features/mail/wishes/mail-link.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { queuedJobs } from '#tests/setup/queued-jobs.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { giveBackQuota } from './give-back-quota.ts'
import { tellQuota } from './tell-quota.ts'

const database = cloneTestDatabase()
const sealer = createSealer(['a-key-of-the-tests-000000000000000001'])
const appUrl = 'https://threadr.example'

beforeEach(() => database.owner.pool.query('delete from graphile_worker._private_jobs'))

async function newPerson() {
  const email = `${randomUUID()}@example.com`
  const { id: userId } = await database.owner.prisma.user.create({ data: { name: 'Ada', email } })
  return { userId, email }
}
/** So many threads of theirs, asked for at once. Gives how many were made. */
async function submit({ userId }: { userId: string }, count: number): Promise<number> {
  const ends = await Promise.allSettled(
    Array.from({ length: count }, () =>
      submitted(database.app.prisma, { owner: { userId }, charge: { address: randomUUID() } }),
    ),
  )
  return ends.filter(({ status }) => status === 'fulfilled').length
}

/** Does what the worker does, several times and at once, and gives what was written to somebody. */
async function told({ email }: { email: string }, isSold = true) {
  const jobs = await queuedJobs(database, 'tell_quota')
  const dependencies = { prisma: database.owner.prisma, sealer, appUrl, isSold }
  await Promise.all([...jobs, ...jobs, ...jobs].map((job) => tellQuota(dependencies, job)))
  const rows = await database.owner.prisma.mail.findMany({ where: { to: email }, orderBy: { id: 'asc' } })
  return Promise.all(
    rows.map(async ({ subject, body, key }) => {
      const content = openMail(sealer, body ?? '')
      // Which plan and which share of it, without whom and when.
      const what = key?.split(':').slice(-2).join(' ')
      return { subject, what, ...content, text: (await mailBody(content)).text }
    }),
  )
}
const whatIsTold = async (person: { email: string }) => (await told(person)).map(({ what }) => what)

describe('who uses their plan up', () => {
  test('is told once at four fifths and once at the end, of fifty threads asked for at once', async () => {
    const person = await newPerson()
    expect(await submit(person, 50)).toBe(20)
    const jobs = await queuedJobs(database, 'tell_quota')
    expect(jobs.map(({ share }) => share)).toEqual([80, 100])
    const mails = await told(person)
    expect(mails.map(({ what }) => what).toSorted()).toEqual(['free 100', 'free 80'])
    expect(mails.map(({ subject }) => subject).join()).toMatch(/16 of 20/)
    const stop = `${appUrl}/mail?by=${mailLink(sealer, { userId: person.userId })}&kind=usage`
    for (const { headers, action, text } of mails) {
      expect(headers?.['List-Unsubscribe']).toBe(`<${stop}>`)
      expect(text).toContain(stop)
      expect(action?.url).toBe(`${appUrl}/pricing`)
    }
  })

  test('is not told before that, nor where nothing is charged', async () => {
    const person = await newPerson()
    await submit(person, 15)
    for (let each = 0; each < 3; each += 1)
      await submitted(database.app.prisma, { owner: { userId: person.userId } })
    expect(await queuedJobs(database, 'tell_quota')).toEqual([])
  })

  test('is not told again where a thread is given back and another takes its place', async () => {
    const person = await newPerson()
    await submit(person, 15)
    const { threadId } = await submitted(database.app.prisma, {
      owner: { userId: person.userId },
      charge: { address: randomUUID() },
    })
    await giveBackQuota(database.owner.pool, threadId)
    // Told too late, there is nothing to tell.
    expect(await whatIsTold(person)).toEqual([])
    await database.owner.pool.query(`update generations set status = 'failed' where thread_id = $1`, [
      threadId,
    ])
    await retryGeneration(database.app.prisma, { userId: person.userId }, threadId)
    expect(await whatIsTold(person)).toHaveLength(1)
    await giveBackQuota(database.owner.pool, threadId)
    await submit(person, 1)
    expect(await whatIsTold(person)).toHaveLength(1)
  })

  test('is told of a plan that they change to as well, and of no larger one that can’t be had', async () => {
    const person = await newPerson()
    await submit(person, 16)
    await database.owner.prisma.subscription.create({
      data: { userId: person.userId, plan: 'pro', status: 'active' },
    })
    await database.owner.pool.query('update quota_usage set used = 399 where subject = $1', [
      `user:${person.userId}`,
    ])
    await submit(person, 1)
    const mails = await told(person, false)
    expect(mails.map(({ what, action }) => [what, action?.url]).toSorted()).toEqual([
      ['free 80', `${appUrl}/account/plan`],
      ['pro 80', `${appUrl}/account/plan`],
    ])
    expect(mails.map(({ subject }) => subject).join()).toMatch(/400 of 500/)
  })

  test('is told nothing where they don’t want it, or have no address', async () => {
    const person = await newPerson()
    await keepWishes(database.app.prisma, person.userId, { usage: false })
    await submit(person, 20)
    expect(await whatIsTold(person)).toEqual([])
    const nobody = await newPerson()
    await submit(nobody, 20)
    await database.owner.prisma.user.update({ where: { id: nobody.userId }, data: { email: null } })
    expect(await whatIsTold(nobody)).toEqual([])
  })
})

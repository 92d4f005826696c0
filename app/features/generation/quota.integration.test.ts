import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { giveBackQuota, sweepQuotas } from '#app/features/billing/give-back-quota.ts'
import { readQuota } from '#app/features/billing/read-quota.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { newVisitor, pastedText, submitted } from '#tests/factories/submissions.ts'
import { jobOf, runDependencies, scriptedWriter, tweetEvent } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { failAbandoned } from './fail-abandoned.ts'
import { retryGeneration } from './retry-generation.ts'
import { runGeneration } from './run-generation.ts'

const database = cloneTestDatabase()
/** An address that nobody else has. */
const chargeOfOne = () => ({ address: randomUUID() })

async function newUser(): Promise<Owner> {
  const { id } = await database.owner.prisma.user.create({ data: { name: 'Ada' }, select: { id: true } })
  return { userId: id }
}
const left = async (owner: Owner, charge = chargeOfOne()) =>
  (await readQuota(database.app.pool, owner, charge)).left
const threadsOf = (owner: Owner) => database.owner.prisma.thread.count({ where: owner })

/** How many of so many submissions at once were taken; the others have to be refused because the plan is used up. */
async function taken(count: number, submit: (index: number) => Promise<unknown>): Promise<number> {
  const ends = await Promise.allSettled(Array.from({ length: count }, (_, index) => submit(index)))
  for (const end of ends)
    if (end.status === 'rejected')
      expect(end.reason).toMatchObject({
        code: 'quota-used-up',
        status: 429,
        retryAfterSeconds: expect.any(Number),
      })
  return ends.filter(({ status }) => status === 'fulfilled').length
}

describe('a plan', () => {
  test('lets exactly as many threads be made as it has, of fifty at once', async () => {
    const owner = await newUser()
    expect(await taken(50, () => submitted(database.app.prisma, { owner, charge: chargeOfOne() }))).toBe(20)
    expect(await threadsOf(owner)).toBe(20)
    expect(await left(owner)).toBe(0)
  })

  test('is charged once for one form, however often it is sent at once', async () => {
    const owner = newVisitor()
    const charge = chargeOfOne()
    const submissionKey = randomUUID()
    const submit = () => submitted(database.app.prisma, { owner, charge, submissionKey })
    const made = await Promise.all(Array.from({ length: 50 }, submit))
    expect(new Set(made.map(({ threadId }) => threadId)).size).toBe(1)
    expect(await left(owner, charge)).toBe(2)
    for (let more = 0; more < 2; more += 1) await submitted(database.app.prisma, { owner, charge })
    expect(await left(owner, charge)).toBe(0)
    expect((await submit()).threadId).toBe(made[0]?.threadId)
    expect(await taken(1, () => submitted(database.app.prisma, { owner, charge }))).toBe(0)
  })

  test('of a visitor is their address’s too, so that a dropped cookie brings nothing', async () => {
    const charge = chargeOfOne()
    const submit = () => submitted(database.app.prisma, { owner: newVisitor(), charge })
    expect(await taken(20, submit)).toBe(3)
    expect(await left(newVisitor(), charge)).toBe(0)
    expect(await left(newVisitor())).toBe(3)
  })

  test('takes nothing where the submission is refused, nor from who is not charged', async () => {
    const owner = newVisitor()
    const charge = chargeOfOne()
    const refused = submitted(database.app.prisma, {
      owner,
      charge,
      submission: pastedText(
        'A short text of a few words that is long enough to be read at all, and no more.',
      ),
      options: { length: 25 },
    })
    await expect(refused).rejects.toBeInstanceOf(AppError)
    for (let more = 0; more < 5; more += 1) await submitted(database.app.prisma, { owner })
    expect(await left(owner, charge)).toBe(3)
  })

  test('begins anew with the next period, and counts of long ago are swept', async () => {
    const owner = newVisitor()
    const charge = chargeOfOne()
    for (let more = 0; more < 3; more += 1) await submitted(database.app.prisma, { owner, charge })
    await database.owner.pool.query(`update quota_usage set period = period - 1 where subject = any($1)`, [
      [`visitor:${owner.visitorId}`, `address:${charge.address}`],
    ])
    expect(await left(owner, charge)).toBe(3)
    await database.owner.pool.query(
      `insert into quota_usage values ('user:long-ago', now() - interval '4 months', 9)`,
    )
    expect(await sweepQuotas(database.owner.pool)).toBe(1)
  })
})

describe('a thread that does not come', () => {
  const failing = (error: AppError) =>
    runDependencies(database, {
      writer: scriptedWriter(async function* () {
        yield tweetEvent('One tweet came before it broke.')
        throw error
      }),
    })
  const ours = () => new AppError('writer-broke', 'The writer broke.')

  test('is given back once where that is our doing, and charged again when it is tried again', async () => {
    const charge = chargeOfOne()
    const made = await submitted(database.app.prisma, { owner: newVisitor(), charge })
    await runGeneration(failing(ours()), jobOf(made.generationId, true))
    expect(await left(made.owner, charge)).toBe(3)
    await giveBackQuota(database.owner.pool, made.threadId)
    expect(await left(made.owner, charge)).toBe(3)
    await retryGeneration(database.app.prisma, made.owner, made.threadId)
    expect(await left(made.owner, charge)).toBe(2)
    for (let more = 0; more < 2; more += 1)
      await submitted(database.app.prisma, { owner: made.owner, charge })
    await database.owner.pool.query(`update generations set status = 'cancelled' where thread_id = $1`, [
      made.threadId,
    ])
    await giveBackQuota(database.owner.pool, made.threadId)
    await submitted(database.app.prisma, { owner: made.owner, charge })
    await expect(retryGeneration(database.app.prisma, made.owner, made.threadId)).rejects.toMatchObject({
      code: 'quota-used-up',
    })
  })

  test('stays charged where what was asked for can’t be had', async () => {
    const charge = chargeOfOne()
    const made = await submitted(database.app.prisma, { owner: newVisitor(), charge })
    const theirs = new AppError('page-not-found', 'There is no such page.', { status: 422 })
    await runGeneration(failing(theirs), jobOf(made.generationId, true))
    expect(await left(made.owner, charge)).toBe(2)
  })

  test('stays charged where it was there before, and writing it again fails', async () => {
    const charge = chargeOfOne()
    const made = await submitted(database.app.prisma, { owner: newVisitor(), charge })
    await runGeneration(runDependencies(database), jobOf(made.generationId))
    await retryGeneration(database.app.prisma, made.owner, made.threadId, { over: true })
    const last = await database.owner.prisma.generation.findFirstOrThrow({
      where: { threadId: made.threadId },
      orderBy: { id: 'desc' },
    })
    await runGeneration(failing(ours()), jobOf(last.id, true))
    expect(await left(made.owner, charge)).toBe(2)
  })

  test('is given back where its workers died', async () => {
    const charge = chargeOfOne()
    const made = await submitted(database.app.prisma, { owner: newVisitor(), charge })
    await database.owner.pool.query(
      `update generations set created_at = now() - interval '1 hour' where id = $1`,
      [made.generationId],
    )
    await database.owner.pool.query(`select graphile_worker.remove_job('generation:' || $1)`, [
      made.generationId,
    ])
    await failAbandoned(database.owner.pool)
    expect(await left(made.owner, charge)).toBe(3)
  })
})

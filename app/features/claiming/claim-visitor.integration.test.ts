import { describe, expect, test } from 'vitest'
import { generationOptionsSchema } from '#app/features/generation/options.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { submitThread } from '#app/features/generation/submit-thread.ts'
import { addSnapshot, lockedSource } from '#app/features/sources/keep-reading.ts'
import { readText } from '#app/features/sources/read-text.ts'
import { inRetriedTransaction } from '#app/platform/transaction.server.ts'
import { newVisitor, pastedText, submitted } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { claimVisitor } from './claim-visitor.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)
const otherText = bridgeArticle.replaceAll('Ada Holm', 'Bo Lind')
const options = generationOptionsSchema.parse({})

const claim = (visitorId: string, userId: string) =>
  inRetriedTransaction(database.app.prisma, (tx) => claimVisitor(tx, { visitorId, userId }))
const write = ({ generationId }: { generationId: string }) =>
  runGeneration(runDependencies(database), jobOf(generationId))
const all = (where: { userId: string } | { visitorId: string }) =>
  Promise.all([
    database.owner.prisma.thread.findMany({
      where,
      include: { source: true, tweets: true, snapshot: true },
      orderBy: { id: 'asc' },
    }),
    database.owner.prisma.source.findMany({
      where,
      include: { snapshots: { orderBy: { number: 'asc' } } },
      orderBy: { id: 'asc' },
    }),
  ])

async function writtenBy(owner: { visitorId: string } | { userId: string }, text = bridgeArticle) {
  const made = await submitted(database.app.prisma, { owner, submission: pastedText(text) })
  await write(made)
  return made
}

describe('a claim', () => {
  test('hands threads, sources and what they cost over, as they are', async () => {
    const visitor = newVisitor()
    const made = await writtenBy(visitor)
    await writtenBy(visitor, otherText)
    const [threads, sources] = await all(visitor)
    const { id: userId } = await world.person()
    const day = new Date('2026-11-26')
    const spent = (owner: string, micros: bigint) => ({ owner, day, micros })
    await database.owner.prisma.modelSpending.createMany({
      data: [spent(`visitor:${visitor.visitorId}`, 70n), spent(`user:${userId}`, 5n)],
    })
    const kept = { key: made.threadId, value: {}, writer: 'builtin', promptVersion: '1', expiresAt: day }
    await database.owner.prisma.keptThread.create({ data: { ...kept, ...visitor } })

    expect(await claim(visitor.visitorId, userId)).toEqual({ threads: 2 })
    const asUsers = <Row extends object>(row: Row) => ({ ...row, userId, visitorId: null })
    expect(await all({ userId })).toEqual([
      threads.map((thread) => ({ ...asUsers(thread), source: asUsers(thread.source) })),
      sources.map(asUsers),
    ])
    expect(await all(visitor)).toEqual([[], []])
    expect(threads[0]?.tweets.length).toBeGreaterThan(2)
    expect(await database.owner.prisma.modelSpending.findMany({ where: { day } })).toEqual([
      spent(`user:${userId}`, 75n),
    ])
    expect(await database.owner.prisma.keptThread.findUnique({ where: { key: kept.key } })).toMatchObject({
      userId,
      visitorId: null,
    })
  })

  test('merges what both have, and loses no snapshot and no thread', async () => {
    const visitor = newVisitor()
    const { id: userId } = await world.person()
    const [ours, theirs] = [await writtenBy({ userId }), await writtenBy(visitor)]
    const [, [source]] = await all(visitor)
    // Another reading of the visitor's, which their thread's tweets point into.
    await database.owner.prisma.$transaction(async (tx) => {
      const locked = await lockedSource(tx, source?.id ?? '')
      const { snapshot } = await addSnapshot(tx, locked, readText(otherText), 'reread')
      await tx.thread.update({ where: { id: theirs.threadId }, data: { snapshotId: snapshot.id } })
    })
    const [[theirThread]] = await all(visitor)
    await claim(visitor.visitorId, userId)
    const [threads, sources] = await all({ userId })
    expect(threads.map(({ id }) => id)).toEqual([ours.threadId, theirs.threadId].sort())
    expect(sources).toHaveLength(1)
    expect(sources[0]?.snapshots.map(({ number }) => number)).toEqual([1, 2, 3])
    const claimed = threads.find(({ id }) => id === theirs.threadId)
    expect(claimed?.tweets).toEqual(theirThread?.tweets)
    expect(claimed?.snapshot?.text).toBe(otherText)
    expect(claimed?.sourceId).toBe(sources[0]?.id)
    expect(sources[0]?.snapshotId).toBe(threads.find(({ id }) => id === ours.threadId)?.snapshotId)
  })

  test('leaves a source that is just being read to its worker', async () => {
    const visitor = newVisitor()
    const { id: userId } = await world.person()
    await writtenBy({ userId })
    const queued = await submitted(database.app.prisma, { owner: visitor })
    await claim(visitor.visitorId, userId)
    expect((await all({ userId }))[1]).toHaveLength(2)
    await write(queued)
    const [threads] = await all({ userId })
    expect(threads.find(({ id }) => id === queued.threadId)?.tweets.length).toBeGreaterThan(2)
  })

  test('takes a form that both sent', async () => {
    const visitor = newVisitor()
    const { id: userId } = await world.person()
    for (const owner of [visitor, { userId }])
      await submitThread(database.app.prisma, owner, pastedText(), options, {
        charge: null,
        submissionKey: 'one form',
      })
    expect(await claim(visitor.visitorId, userId)).toEqual({ threads: 1 })
    expect((await all({ userId }))[0]).toHaveLength(2)
  })

  test('done twice, and ten times at once, hands everything over once', async () => {
    const visitor = newVisitor()
    for (const text of [bridgeArticle, otherText]) await writtenBy(visitor, text)
    const { id: userId } = await world.person()
    await writtenBy({ userId })
    const claims = await Promise.all(Array.from({ length: 10 }, () => claim(visitor.visitorId, userId)))
    expect(claims.map(({ threads }) => threads).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2])
    expect(await claim(visitor.visitorId, userId)).toEqual({ threads: 0 })
    const [threads, sources] = await all({ userId })
    expect([threads.length, sources.length]).toEqual([3, 2])
  })

  test('of one browser by two people at once gives everything to one of them', async () => {
    const visitor = newVisitor()
    for (const text of [bridgeArticle, otherText]) await writtenBy(visitor, text)
    const people = [await world.person(), await world.person()]
    const claims = await Promise.all(people.map(({ id }) => claim(visitor.visitorId, id)))
    expect(claims.map(({ threads }) => threads).sort()).toEqual([0, 2])
  })

  test.each(Array.from({ length: 8 }, (_, round) => round))(
    'loses nothing that both of them submit at that moment (%i)',
    async (round) => {
      const visitor = newVisitor()
      const { id: userId } = await world.person()
      if (round % 2 === 0) await submitted(database.app.prisma, { owner: { userId } })
      await submitted(database.app.prisma, { owner: visitor })
      const submits = [visitor, { userId }, visitor, { userId }].map((owner) =>
        submitted(database.app.prisma, { owner }),
      )
      await Promise.all([...submits, claim(visitor.visitorId, userId)])
      await claim(visitor.visitorId, userId)
      expect((await all({ userId }))[0]).toHaveLength(round % 2 === 0 ? 6 : 5)
    },
  )
})

import { describe, expect, test } from 'vitest'
import type { CallEnd, CallPlan } from '#app/integrations/openai/door/spend.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import { newVisitor, submitted } from '#tests/factories/submissions.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { createSpend } from './create-spend.ts'

const database = cloneTestDatabase()

/** At most 2,000 millionths of a dollar, a fifth of a cent, at a dollar a million tokens. */
const plan: CallPlan = {
  purpose: 'thread',
  provider: 'first',
  model: 'test-model',
  inputTokens: 1000,
  outputTokens: 1000,
}
const prices = { first: { input: 100, output: 100 } }
const endOf = (tokens: number, outcome = 'ok'): CallEnd => ({
  usage: { inputTokens: tokens, outputTokens: 0, cachedTokens: 0 },
  estimated: false,
  durationMs: 12,
  outcome,
  breaker: 'closed',
})
const over = { code: 'model-over-budget', status: 429, retryable: false }
const spentBy = async ({ visitorId }: { visitorId: string }) => {
  const rows = await database.owner.prisma.modelSpending.findMany({
    where: { owner: `visitor:${visitorId}` },
  })
  return rows.map(({ micros }) => Number(micros))
}

describe("an owner's budget of a day", () => {
  test('is never passed by fifty calls that are made at once', async () => {
    const owner = newVisitor()
    const limits = { dailyCents: 1, prices }
    const asked = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        createSpend(
          database.app.pool,
          { owner, threadId: crypto.randomUUID(), generationId: null },
          limits,
        ).reserve(plan),
      ),
    )
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    for (const end of asked) if (end.status === 'rejected') expect(end.reason).toMatchObject(over)
    expect(await spentBy(owner)).toEqual([10_000])
  })

  test('gets back what a call did not use, and pays what it used beyond its guess', async () => {
    const owner = newVisitor()
    const spend = createSpend(
      database.app.pool,
      { owner, threadId: crypto.randomUUID(), generationId: null },
      { dailyCents: 1, prices },
    )
    await (await spend.reserve(plan)).settle(endOf(300))
    expect(await spentBy(owner)).toEqual([300])
    await (await spend.reserve(plan)).settle(endOf(9000))
    expect(await spentBy(owner)).toEqual([9300])
    await expect(spend.reserve(plan)).rejects.toMatchObject(over)
    await spend.reserve({ ...plan, outputTokens: 0, inputTokens: 700 })
  })

  test('is none where none is set, though what costs nothing may be asked', async () => {
    const who = { owner: newVisitor(), threadId: crypto.randomUUID(), generationId: null }
    const none = (own: typeof prices.first) =>
      createSpend(database.app.pool, who, { dailyCents: 0, prices: { first: own } })
    await expect(none(prices.first).reserve(plan)).rejects.toMatchObject(over)
    await none({ input: 0, output: 0 }).reserve(plan)
  })

  test('counts each provider at its own price, where that is set', async () => {
    const owner = newVisitor()
    const spend = createSpend(
      database.app.pool,
      { owner, threadId: crypto.randomUUID(), generationId: null },
      { dailyCents: 1, prices: { ...prices, fallback: { input: 300, output: 0 } } },
    )
    await (await spend.reserve({ ...plan, provider: 'fallback' })).settle(endOf(1000))
    expect(await spentBy(owner)).toEqual([3000])
  })

  test("is another's for another owner and of another day", async () => {
    const [one, other] = [newVisitor(), newVisitor()]
    const spend = (owner: typeof one) =>
      createSpend(
        database.app.pool,
        { owner, threadId: crypto.randomUUID(), generationId: null },
        { dailyCents: 0.2, prices },
      )
    await spend(one).reserve(plan)
    await expect(spend(one).reserve(plan)).rejects.toMatchObject(over)
    await spend(other).reserve(plan)
    await database.owner.pool.query(`update model_spending set day = day - 1 where owner = $1`, [
      `visitor:${one.visitorId}`,
    ])
    await spend(one).reserve(plan)
  })

  test('does not open when the database can not be asked', async () => {
    const gone = createDatabase({
      url: 'postgres://x@127.0.0.1:1/x',
      poolMax: 1,
      name: 'gone',
      logger: database.logger,
    })
    const limits = { dailyCents: 100, prices }
    const owned = createSpend(
      gone.pool,
      { owner: newVisitor(), threadId: crypto.randomUUID(), generationId: null },
      limits,
    )
    const unknown = { code: 'model-budget-unknown', retryable: true }
    await expect(owned.reserve(plan)).rejects.toMatchObject(unknown)
    await gone.close()
  })
})

describe('a generation', () => {
  test('makes no further call once its calls have cost, or written, as much as one may', async () => {
    const made = await submitted(database.app.prisma)
    const spend = (given: { generationCents?: number; generationOutputTokens?: number }) =>
      createSpend(database.owner.pool, made, { dailyCents: 100, prices, ...given })
    const first = await spend({}).reserve(plan)
    const end = endOf(4000)
    await first.settle({ ...end, usage: { ...end.usage, outputTokens: 1000 } })
    await expect(spend({ generationCents: 0.5 }).reserve(plan)).rejects.toMatchObject(over)
    await expect(spend({ generationOutputTokens: 1000 }).reserve(plan)).rejects.toMatchObject(over)
    await (await spend({ generationCents: 0.6, generationOutputTokens: 1001 }).reserve(plan)).settle(end)
  })

  test('keeps what each call was, cost and came to, and their sum, for good', async () => {
    const made = await submitted(database.app.prisma)
    const limits = { dailyCents: 100, prices }
    const spend = createSpend(database.owner.pool, made, limits)
    await (await spend.reserve(plan)).settle(endOf(300, 'model-stalled'))
    await (await spend.reserve({ ...plan, provider: 'fallback', model: 'gpt-4.1-mini' })).settle(endOf(1000))
    await spend.passedBy(plan)
    const where = { generationId: made.generationId }
    const before = await database.owner.prisma.modelCall.findMany({ where, orderBy: { id: 'asc' } })
    expect(before.every(({ threadId }) => threadId === made.threadId)).toBe(true)
    expect(before).toMatchObject([
      { provider: 'first', outcome: 'model-stalled', costMicros: 300n, durationMs: 12, breaker: 'closed' },
      { provider: 'fallback', outcome: 'ok', costMicros: 400n, inputTokens: 1000, purpose: 'thread' },
      { provider: 'first', outcome: 'model-resting', costMicros: 0n, breaker: 'open' },
    ])
    expect(
      await database.owner.prisma.generation.findUnique({ where: { id: made.generationId } }),
    ).toMatchObject({ costMicros: 700n, attempts: 2, breaker: 'open', inputTokens: 1300, outputTokens: 0 })
    await database.owner.pool.query('update model_calls set cost_micros = 0')
    await database.owner.pool.query('delete from model_calls')
    expect(await database.owner.prisma.modelCall.findMany({ where, orderBy: { id: 'asc' } })).toEqual(before)
  })
})

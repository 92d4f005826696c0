import { describe, expect, test } from 'vitest'
import { createBuiltinWriter } from '#app/features/generation/builtin/builtin-writer.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import type { Writer } from '#app/features/generation/writer.ts'
import { correctSnapshot } from '#app/features/sources/correct-snapshot.ts'
import { AppError } from '#app/platform/errors.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as submit } from './_index/route.tsx'
import { action, loader } from './threads.$threadId/route.tsx'

const database = cloneTestDatabase()

/** A thread whose plan waits for the browser that wants to see it first. */
async function withPlan(given: { writer?: Writer; fields?: Record<string, string> } = {}) {
  const browser = browserOf(database)
  const form = { source: bridgeArticle, planFirst: 'on', ...given.fields }
  const answer = await browser.request(submit, '/?index', { form })
  if (!(answer instanceof Response)) throw new Error('the submission was refused')
  const url = answer.headers.get('Location') ?? ''
  const params = { threadId: url.split('/').at(-1) ?? '' }
  const shown = async () => (await browser.request(loader, url, { params })).data
  const dependencies = runDependencies(database, given.writer ? { writer: given.writer } : {})
  const run = async () => runGeneration(dependencies, jobOf((await shown()).generation.id))
  await run()
  const { plan } = await shown()
  if (!plan) throw new Error('no plan is shown')
  const write = (fields: Record<string, string>, from = browser) =>
    from.request(action, url, {
      params,
      form: { intent: 'write-plan', snapshotId: plan.snapshotId, ...fields },
    })
  const jobs = async () => {
    const { rows } = await database.owner.pool.query(
      `select count(*)::int as jobs from graphile_worker.jobs where key = $1`,
      [`generation:${(await shown()).generation.id}`],
    )
    return rows[0].jobs
  }
  const press = (intent: string) => browser.request(action, url, { params, form: { intent } })
  return { plan, shown, run, write, press, jobs }
}

const keeping = (...numbers: number[]) =>
  Object.fromEntries(
    numbers.flatMap((number, index) => [
      [`keep-${number}`, 'on'],
      [`order-${number}`, String(index + 1)],
    ]),
  )
const refusal = (answer: unknown) => {
  if (answer instanceof Response || typeof answer !== 'object') throw new Error('it was accepted')
  return answer
}

describe('a thread whose plan is wanted first', () => {
  test('waits with its points, each with its passage, and nothing is written', async () => {
    const { plan, shown } = await withPlan()
    expect(plan.points.length).toBeGreaterThanOrEqual(3)
    for (const { text, passages } of plan.points) {
      expect(text).not.toBe('')
      expect(passages.length).toBeGreaterThan(0)
      for (const passage of passages) expect(bridgeArticle).toContain(passage)
    }
    const { generation, tweets } = await shown()
    expect(generation).toMatchObject({ status: 'waiting', progress: { tweets: [] } })
    expect(generation.progress.steps).toMatchObject({ planning: 'done', writing: 'waiting' })
    expect(tweets).toEqual([])
  })

  test('is written from just the points that were kept, in the order they were given', async () => {
    const { plan, shown, run, write } = await withPlan({ fields: { length: '6', callToAction: 'Bye now' } })
    const answer = await write(keeping(3, 1))
    expect(answer).toBeInstanceOf(Response)
    expect((await shown()).plan).toBeNull()
    await run()
    const { generation, tweets } = await shown()
    expect(generation.status).toBe('ready')
    const [third, first] = [plan.points[2], plan.points[0]]
    expect(tweets).toHaveLength(2)
    expect(tweets[0]?.text).toContain(third?.passages[0]?.replace(/\s+/gu, ' ').slice(0, 40))
    expect(tweets[1]?.text).toContain(first?.passages[0]?.replace(/\s+/gu, ' ').slice(0, 40))
    expect(tweets[1]?.text).toContain('Bye now')
    expect(tweets.map(({ verdict }) => verdict)).not.toContain('unsupported')
  })

  test('goes on once, however often and from wherever that is asked at once', async () => {
    const { shown, write, jobs } = await withPlan()
    await database.owner.pool.query('select graphile_worker.remove_job($1)', [
      `generation:${(await shown()).generation.id}`,
    ])
    const before = (await shown()).generation.seq
    await Promise.all([write(keeping(1, 2)), write(keeping(2)), write(keeping(1, 2, 3))])
    expect((await shown()).generation).toMatchObject({ status: 'queued', seq: before + 1 })
    expect(await jobs()).toBe(1)
  })

  test.each<[string, Record<string, string>, RegExp, number]>([
    ['no point', {}, /at least one point/u, 422],
    ['a point of no plan', keeping(1, 99), /not in the plan/u, 422],
    ['a place that is no number', { 'keep-1': 'on', 'order-1': 'first' }, /a number/u, 422],
    ['an empty place', { 'keep-1': 'on', 'order-1': '' }, /a number/u, 422],
    ['points of another text', { ...keeping(1), snapshotId: crypto.randomUUID() }, /made anew/u, 409],
  ])('is not written from %s, which is said at the points', async (_what, fields, message, status) => {
    const { write, shown } = await withPlan()
    const answer = refusal(await write(fields))
    expect(answer).toMatchObject({
      data: { plan: { error: expect.stringMatching(message), values: fields } },
    })
    expect(answer).toMatchObject({ init: { status } })
    expect((await shown()).generation.status).toBe('waiting')
  })

  test('is nobody else’s to choose', async () => {
    const { write, shown } = await withPlan()
    const strange = await write(keeping(1), browserOf(database)).catch((thrown: unknown) => thrown)
    expect(strange).toMatchObject({ status: 404 })
    expect((await shown()).generation.status).toBe('waiting')
  })

  test('is written from the same points when the first writing failed', async () => {
    let isDown = true
    const builtin = createBuiltinWriter()
    const writer: Writer = {
      ...builtin,
      async *write(input) {
        if (isDown) throw new AppError('model-refused', 'The model declined.', { status: 502 })
        yield* builtin.write(input)
      },
    }
    const { shown, run, write, press } = await withPlan({ writer })
    await write(keeping(2))
    await run()
    expect((await shown()).generation.status).toBe('failed')
    isDown = false
    await press('retry')
    await run()
    const { generation, tweets } = await shown()
    expect(generation.status).toBe('ready')
    expect(tweets).toHaveLength(1)
  })

  test('is planned anew when its text was put right in the meantime', async () => {
    const { shown, run, write, plan } = await withPlan()
    const { thread, source } = await shown()
    await correctSnapshot(database.app.prisma, thread.sourceId, {
      basedOn: plan.snapshotId,
      title: '',
      text: `${source?.text} And one more sentence that nobody had read before.`,
    })
    await write(keeping(1))
    await run()
    const after = await shown()
    expect(after.generation.status).toBe('waiting')
    expect(after.plan?.snapshotId).not.toBe(plan.snapshotId)
  })
})

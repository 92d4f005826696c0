import { describe, expect, test } from 'vitest'
import { giveBackQuota } from '#app/features/billing/give-back-quota.ts'
import { assertLengthOfPlan } from '#app/features/billing/source-length.ts'
import { readText } from '#app/features/sources/read-text.ts'
import { requestReread } from '#app/features/sources/request-reread.ts'
import { runReread } from '#app/features/sources/run-reread.ts'
import { readSourcePage } from '#app/features/sources/source-page.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { goodPassword } from '#tests/setup/account-world.ts'
import { billingWorld, quietStandIn } from '#tests/setup/billing-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as landingLoader, action as submitAction } from './_index/route.tsx'
import { action as keysAction, loader as keysLoader } from './account.keys/route.tsx'
import { loader as planLoader } from './account.plan/route.tsx'
import { action as tokenAction } from './api.v1.token.ts'
import { action as sourceAction } from './sources.$sourceId/route.tsx'
import { action as threadAction } from './threads.$threadId/route.tsx'
import { loader as outLoader } from './threads.$threadId_.out/route.tsx'

const database = cloneTestDatabase()
const standIn = quietStandIn()
const world = billingWorld(database, standIn)

const plans = { to: '/pricing', label: 'See plans and prices' }
const long = (characters: number) => 'The bridge was built in 1932. '.repeat(Math.ceil(characters / 30))

/** Somebody whose threads are counted, on Free or on Pro. */
async function somebody(plan: 'free' | 'pro') {
  const who = await world.person()
  if (plan === 'pro')
    await database.owner.prisma.subscription.create({
      data: { userId: who.id, plan: 'pro', status: 'active' },
    })
  const browser = world.browser({ QUOTAS: '1' })
  await world.signIn(browser, who)
  return { ...who, browser }
}
type Somebody = Awaited<ReturnType<typeof somebody>>

const submit = ({ browser }: Somebody, source: string) =>
  browser.request(submitAction, '/?index', { form: { source } })
const refusedOf = (answer: unknown) => {
  if (typeof answer !== 'object' || answer === null || !('data' in answer)) throw new Error('it was taken')
  return answer.data
}
async function threadOf(who: Somebody, source: string) {
  const answer = await submit(who, source)
  if (!(answer instanceof Response)) throw new Error(JSON.stringify(refusedOf(answer)))
  const id = answer.headers.get('Location')?.split('/').at(-1) ?? ''
  return database.owner.prisma.thread.findUniqueOrThrow({ where: { id }, include: { source: true } })
}
const useUp = ({ id }: Somebody, used: number) =>
  database.owner.pool.query(
    `insert into quota_usage (subject, period, used)
     values ('user:' || $1, date_trunc('month', now() at time zone 'utc')::date, $2)
     on conflict (subject, period) do update set used = $2`,
    [id, used],
  )
const endPlan = ({ id }: Somebody) =>
  database.owner.prisma.subscription.update({ where: { userId: id }, data: { status: 'canceled' } })

describe('the way to the plans stands beside', () => {
  test('a source that is too long for Free', async () => {
    expect(refusedOf(await submit(await somebody('free'), long(60_000)))).toMatchObject({
      errors: { source: expect.stringContaining('Pro takes 300,000') },
      leadsTo: plans,
    })
  })

  test('what is left and what is used up of Free, at the form and where a thread is tried again', async () => {
    const who = await somebody('free')
    const thread = await threadOf(who, bridgeArticle)
    await useUp(who, 20)
    expect((await who.browser.request(landingLoader, '/')).data).toMatchObject({
      quota: expect.stringContaining('used up'),
      quotaLeadsTo: plans,
    })
    expect(refusedOf(await submit(who, bridgeArticle))).toMatchObject({ leadsTo: plans })
    await database.owner.pool.query(`update generations set status = 'failed' where thread_id = $1`, [
      thread.id,
    ])
    await database.owner.pool.query(`update quota_charges set given_back_at = now() where thread_id = $1`, [
      thread.id,
    ])
    const retried = await who.browser
      .request(threadAction, `/threads/${thread.id}`, {
        params: { threadId: thread.id },
        form: { intent: 'retry' },
      })
      .catch((thrown: unknown) => thrown)
    if (!(retried instanceof Response)) throw new Error('no answer')
    expect([retried.status, await retried.json()]).toMatchObject([429, { leadsTo: plans }])
  })

  test('nothing of Pro, beyond which nothing is sold', async () => {
    const who = await somebody('pro')
    await useUp(who, 500)
    expect((await who.browser.request(landingLoader, '/')).data.quotaLeadsTo).toBeNull()
    expect(refusedOf(await submit(who, bridgeArticle))).toMatchObject({ leadsTo: null })
  })
})

test('what comes with Pro is told as that on Free, but for what was made while the plan was', async () => {
  const [free, pro] = [await somebody('free'), await somebody('pro')]
  const outOf = async (who: Somebody) => {
    const { id: threadId } = await threadOf(who, bridgeArticle)
    await database.owner.prisma.generation.updateMany({ where: { threadId }, data: { status: 'ready' } })
    await database.owner.prisma.tweet.create({ data: { threadId, position: 1, text: 'It is closed.' } })
    const read = async () => {
      const params = { threadId }
      return (await who.browser.request(outLoader, `/threads/${threadId}/out`, { params })).data
    }
    return { threadId, read }
  }
  const [ofFree, ofPro] = [await outOf(free), await outOf(pro)]
  expect(await ofFree.read()).toMatchObject({ closed: ['variants', 'cards', 'api'], networks: [] })
  const saved = { threadId: ofFree.threadId, network: 'mastodon' as const, version: 1, parts: [] }
  await database.owner.prisma.variant.create({ data: saved })
  expect(await ofFree.read()).toMatchObject({ networks: ['mastodon'] })
  expect(await ofPro.read()).toMatchObject({
    closed: [],
    networks: ['bluesky', 'mastodon', 'threads', 'linkedin'],
  })
})

describe('a source that is put right', () => {
  const correct = async (who: Somebody, sourceId: string, text: string) => {
    const { snapshotId } = await database.owner.prisma.source.findUniqueOrThrow({ where: { id: sourceId } })
    return who.browser.request(sourceAction, `/sources/${sourceId}`, {
      params: { sourceId },
      form: { intent: 'correct', basedOn: snapshotId ?? '', title: '', text },
    })
  }

  test('is no longer than the plan takes, which is said at its field', async () => {
    const who = await somebody('free')
    const { sourceId } = await threadOf(who, bridgeArticle)
    expect(refusedOf(await correct(who, sourceId, long(60_000)))).toMatchObject({
      correction: {
        errors: { text: expect.stringContaining('With Free a source has up to 50,000') },
        leadsTo: plans,
      },
    })
    expect(await correct(who, sourceId, `${bridgeArticle} And a line.`)).toMatchObject({ status: 302 })
  })

  test('that was longer while the plan was can still be put right, and made no longer', async () => {
    const who = await somebody('pro')
    const { sourceId } = await threadOf(who, long(60_000))
    await endPlan(who)
    expect(await correct(who, sourceId, long(59_000))).toMatchObject({ status: 302 })
    expect(refusedOf(await correct(who, sourceId, long(70_000)))).toMatchObject({
      correction: { errors: { text: expect.stringContaining('70,') } },
    })
  })

  test('or fetched again is held to the plan too, and what was read before stays', async () => {
    const who = await somebody('free')
    const { sourceId } = await threadOf(who, bridgeArticle)
    const url = 'https://bridge.example/grown'
    await database.owner.prisma.source.update({ where: { id: sourceId }, data: { url } })
    await requestReread(database.app.prisma, sourceId)
    const { id: rereadId } = await database.owner.prisma.reread.findFirstOrThrow({ where: { sourceId } })
    const { env } = who.browser.context()
    await runReread(
      {
        prisma: database.owner.prisma,
        readUrl: async () => ({ type: 'snapshot', snapshot: readText(long(60_000)) }),
        assertLength: (owner, { length, before }) =>
          assertLengthOfPlan(env, database.owner.pool, owner, length, before),
      },
      { rereadId, isLastTry: true, signal: new AbortController().signal },
    )
    expect(await readSourcePage(database.app.prisma, { userId: who.id }, sourceId)).toMatchObject({
      source: { snapshot: { text: bridgeArticle } },
      lastReread: { state: 'failed', message: expect.stringContaining('up to 50,000') },
    })
  })
})

describe('the API', () => {
  const make = ({ browser }: Somebody) =>
    browser.request(keysAction, '/account/keys', {
      form: { intent: 'make', name: 'Script', 'threads:read': 'on' },
    })
  const getToken = async ({ browser }: Somebody, wish: Record<string, string>) => {
    const request = new Request('http://localhost:3000/api/v1/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(wish),
    })
    const answer = await tokenAction({ request, params: {}, context: browser.context() })
    return { status: answer.status, type: answer.headers.get('Content-Type'), body: await answer.json() }
  }
  const byPassword = (who: Somebody, password = goodPassword) =>
    getToken(who, { grant_type: 'password', email: who.email, password })

  test('gives keys and tokens to who has the plan, and tells others where it is', async () => {
    const free = await somebody('free')
    expect((await free.browser.request(keysLoader, '/account/keys')).data.mayMake).toBe(false)
    expect(refusedOf(await make(free))).toMatchObject({
      errors: { form: expect.stringContaining('The API comes with Pro') },
      leadsTo: { to: '/pricing?for=api' },
    })
    expect(await database.owner.prisma.apiKey.count({ where: { userId: free.id } })).toBe(0)
    expect(await byPassword(free)).toMatchObject({
      status: 402,
      type: 'application/problem+json',
      body: { code: 'needs-plan', upgrade: expect.stringMatching(/^http.*\/pricing\?for=api$/) },
    })
    expect(await byPassword(free, 'not the password at all')).toMatchObject({
      body: { code: 'credentials-wrong' },
    })
    expect(await database.owner.prisma.apiGrant.count({ where: { userId: free.id } })).toBe(0)
    const pro = await somebody('pro')
    expect(refusedOf(await make(pro))).toHaveProperty('made')
    expect((await byPassword(pro)).status).toBe(200)
  })

  test('takes a refresh token again once the plan is back, as it was not used up meanwhile', async () => {
    const who = await somebody('pro')
    const { body } = await byPassword(who)
    const again = () =>
      getToken(who, { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) })
    await endPlan(who)
    await who.browser.redis.delete(`premium_access:${who.id}`)
    expect(await again()).toMatchObject({ status: 402, body: { code: 'needs-plan' } })
    await database.owner.prisma.subscription.update({
      where: { userId: who.id },
      data: { status: 'active' },
    })
    await who.browser.redis.delete(`premium_access:${who.id}`)
    expect((await again()).status).toBe(200)
  })
})

test('the bars of the plan page make the sum above them, whatever was deleted or given back', async () => {
  const who = await somebody('free')
  await threadOf(who, bridgeArticle)
  const [deleted, returned] = [
    await threadOf(who, `${bridgeArticle} Two.`),
    await threadOf(who, `${bridgeArticle} Three.`),
  ]
  await database.owner.prisma.thread.delete({ where: { id: deleted.id } })
  await giveBackQuota(database.owner.pool, returned.id)
  const answer = await who.browser.request(planLoader, '/account/plan')
  if (!('data' in answer)) throw new Error('no page')
  const { usage, threads } = answer.data
  expect(threads.used).toBe(2)
  expect(usage.reduce((sum, day) => sum + day.threads, 0)).toBe(2)
  expect(usage.at(-1)?.threads).toBe(2)
})

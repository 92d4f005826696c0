import { setTimeout as sleep } from 'node:timers/promises'
import { FormData } from 'undici'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { generationViewSchema, isFinal } from '#app/routes/threads.$threadId/generation-view.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { findOrInstallNginx } from '#tests/find-program.ts'
import { startArticleSite } from '#tests/setup/article-site.ts'
import { type Fleet, type Member, startFleet } from '#tests/setup/fleet.ts'
import { type PlainBrowser, plainBrowser } from '#tests/setup/plain-browser.ts'
import { type RedisServer, redisProgram, startRedisServer } from '#tests/setup/redis-server.ts'
import { scrape } from '#tests/setup/scraped.ts'
import { addPerson } from '#tests/setup/signed-in.ts'

const nginxProgram = findOrInstallNginx()
const [webs, workers] = [4, 4]
const password = 'seven bridges at dusk'
/** Articles with these words are written slowly, and fail. */
const [slowly, inVain] = ['A slow report', 'A report in vain']

const modes: [string, boolean][] = [
  ['with a Redis', true],
  ['without any Redis', false],
]
describe.each(modes)('four web and four worker processes %s', { timeout: 120_000 }, (_, wantsRedis) => {
  const canRun = nginxProgram !== null && (redisProgram !== null || !wantsRedis)
  // So that it stands among what was skipped, with what is lacking.
  if (!canRun) return test.skip('needs nginx, and redis-server', () => {})

  let fleet: Fleet
  let model: FakeOpenAi
  let site: Awaited<ReturnType<typeof startArticleSite>>
  let redis: RedisServer | null = null
  let came = 0
  const closers: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    model = await startFakeOpenAi({
      respond: ({ messages }) => {
        const asked = JSON.stringify(messages)
        if (asked.includes(inVain)) return { kind: 'error', status: 500 }
        return asked.includes(slowly) ? { kind: 'thread', everyMs: 100 } : { kind: 'thread' }
      },
    })
    closers.push(model.close)
    site = await startArticleSite()
    closers.push(site.close)
    if (wantsRedis) redis = await startRedisServer()
    if (redis) closers.push(redis.close)
    fleet = await startFleet(nginxProgram, {
      webs,
      workers,
      variables: {
        LIMITS_FACTOR: '1',
        WORKER_CONCURRENCY: '1',
        OPENAI_API_KEY: model.apiKey,
        OPENAI_BASE_URL: model.url,
        OPENAI_MODEL: 'fake',
        ...(redis && { REDIS_URL: redis.url }),
      },
    })
    closers.push(fleet.close)
    const isEverywhere = async () =>
      String(await redis?.ask((client) => client.client('LIST'))).split('name=threadr ').length - 1
    if (redis) await vi.waitFor(async () => expect(await isEverywhere()).toBe(webs + workers), 20_000)
  }, 120_000)
  afterAll(async () => {
    for (const close of closers.reverse()) await close()
  }, 60_000)

  /** A browser at an address of its own, as it is counted where it comes past the balancer. */
  function browser(): PlainBrowser {
    came += 1
    return plainBrowser({ headers: { 'X-Forwarded-For': `203.0.113.${came}` } })
  }
  const web = (at: number): Member => {
    const found = fleet.webs[at % webs]
    if (!found) throw new Error('no such web process')
    return found
  }
  async function person(role: 'user' | 'admin' = 'user'): Promise<{ inside: PlainBrowser; email: string }> {
    const inside = browser()
    const email = `person-${came}@example.com`
    await addPerson(fleet, { email, password, role })
    const form = { intent: 'password', email, password }
    expect((await inside.post(`${web(0).address}/sign-in`, form)).status).toBe(302)
    return { inside, email }
  }
  const statuses = (from: PlainBrowser, path: string) =>
    Promise.all([...fleet.webs, fleet].map(async ({ address }) => (await from.get(address + path)).status))
  const counted = (status: number, all: { status: number }[]) =>
    all.filter((each) => each.status === status).length

  /** Has something written about by way of one of the web processes. */
  async function submit(source: string, { at, from = browser() }: { at: number; from?: PlainBrowser }) {
    const form = new FormData()
    form.set('source', source)
    const { status, location } = await from.post(`${web(at).address}/?index`, form)
    expect(status).toBe(302)
    return { from, path: location ?? '', threadId: location?.split('/').at(-1) ?? '' }
  }
  async function generations(threadIds: string[]) {
    const { rows } = await fleet.pool.query<{ status: string; writer: string; cache_hit: boolean }>(
      'select status, writer, cache_hit from generations where thread_id = any($1::uuid[])',
      [threadIds],
    )
    return rows
  }
  async function ready(threadIds: string[]) {
    const count = async () => (await generations(threadIds)).filter(({ status }) => status === 'ready').length
    await expect.poll(count, { timeout: 60_000 }).toBe(threadIds.length)
    return generations(threadIds)
  }
  const jobsOf = async ({ address }: Member) =>
    (await scrape(address, fleet.metricsToken)).sum('threadr_jobs_total', { task: 'generate_thread' })
  /** Has things written about, a few at once, until each worker has been at one; gives all of their threads. */
  async function writtenByAll(sourceOf: (count: number) => string): Promise<string[]> {
    const before = await Promise.all(fleet.workers.map(jobsOf))
    const threadIds: string[] = []
    for (let round = 0; round < 20; round += 1) {
      const some = Array.from({ length: workers * 2 }, (_, at) =>
        submit(sourceOf(threadIds.length + at), { at }),
      )
      threadIds.push(...(await Promise.all(some)).map(({ threadId }) => threadId))
      await ready(threadIds)
      const now = await Promise.all(fleet.workers.map(jobsOf))
      if (now.every((count, at) => count > (before[at] ?? 0))) return threadIds
    }
    throw new Error('one of the workers takes no jobs')
  }

  test('a session that one begins holds in all, behind the balancer too, and ends in all at once', async () => {
    const { inside } = await person()
    // Twice, so that it is answered for by what is kept too.
    for (let time = 0; time < 2; time += 1)
      expect(await statuses(inside, '/account')).toEqual([200, 200, 200, 200, 200])
    const kept = plainBrowser()
    const same = await person()
    expect(await statuses(same.inside, '/account')).toEqual([200, 200, 200, 200, 200])
    // Another browser with the same session, which is told nothing of its end.
    same.inside.lend(kept)
    await same.inside.post(`${web(2).address}/sign-out`, {})
    // A process answers from its memory until it hears of the end; it would for 10 seconds.
    await expect
      .poll(() => statuses(kept, '/account'), { interval: 50, timeout: 5_000 })
      .toEqual([302, 302, 302, 302, 302])
    expect(await statuses(inside, '/account')).toEqual([200, 200, 200, 200, 200])
  })

  // Of a Redis that a busy machine lets wait for too long some are counted elsewhere.
  test('what is limited is let through exactly so often, whoever of them is asked', {
    retry: 2,
  }, async () => {
    const stranger = browser()
    const email = `stranger-${came}@example.com`
    const tries: { status: number }[] = []
    for (let at = 0; at < 14; at += 1)
      tries.push(
        await stranger.post(`${web(at).address}/sign-in`, { intent: 'password', email, password: 'not it' }),
      )
    expect([counted(422, tries), counted(429, tries)]).toEqual([8, 6])
    // What costs something holds to the last even where all come at once.
    const atOnce = await Promise.all(
      Array.from({ length: 12 }, (_, at) => stranger.post(`${web(at).address}/forgot`, { email })),
    )
    expect([counted(200, atOnce), counted(429, atOnce)]).toEqual([5, 7])
  })

  test('what one has written all give again, and of many at once one writes', async () => {
    const url = `${site.url}many`
    const atOnce = await Promise.all(Array.from({ length: 6 }, (_, at) => submit(url, { at })))
    const first = await ready(atOnce.map(({ threadId }) => threadId))
    expect(first.filter(({ cache_hit }) => !cache_hit)).toHaveLength(1)
    const asked = model.requests.length
    const again = await writtenByAll(() => url)
    expect((await ready(again)).filter(({ cache_hit }) => !cache_hit)).toEqual([])
    expect(model.requests.length).toBe(asked)
  })

  test('each web process tells at once what each worker has got on with', async () => {
    const texts = Array.from({ length: workers }, (_, at) => `${slowly}, number ${at}.\n\n${bridgeArticle}`)
    const threads = await Promise.all(texts.map((text, at) => submit(text, { at })))
    // Each worker does one thing at a time, so that these are four of them.
    const underway = async () =>
      (await generations(threads.map(({ threadId }) => threadId))).filter(
        ({ status }) => status !== 'queued' && status !== 'ready',
      ).length
    await expect.poll(underway).toBe(workers)
    const follow = async ({ from, path }: (typeof threads)[number], at: number) => {
      const ask = async (since: number) => {
        const { status, text } = await from.get(`${web(at).address}${path}/progress?since=${since}`)
        expect(status).toBe(200)
        return generationViewSchema.parse(JSON.parse(text))
      }
      // The first answers at once; the others are held, for longer than the whole writing takes.
      let view = await ask(-1)
      for (let times = 0; times < 3; times += 1) {
        const next = await ask(view.seq)
        expect(next.seq).toBeGreaterThan(view.seq)
        view = next
      }
      return view.status
    }
    const seen = await Promise.all(threads.map((thread, at) => follow(thread, at + 1)))
    expect(seen.filter(isFinal)).toEqual([])
    await ready(threads.map(({ threadId }) => threadId))
  })

  test('a flag that is changed in one is changed in all within seconds', async () => {
    const { inside } = await person()
    await submit(bridgeArticle, { at: 0, from: inside })
    const withExample = () =>
      Promise.all(
        fleet.webs.map(async ({ address }) => (await inside.get(address)).text.includes('lighthouses')),
      )
    expect(await withExample()).toEqual([true, true, true, true])
    const admin = await person('admin')
    const wish = { intent: 'change', name: 'short-landing', version: '0', isOn: 'on', percent: '100' }
    expect((await admin.inside.post(`${web(1).address}/admin/flags`, wish)).status).toBe(302)
    expect((await withExample())[1]).toBe(false)
    await expect.poll(withExample).toEqual([false, false, false, false])
  })

  test('a breaker that opens in one is open in all', async () => {
    const failing = (count: number) => `${inVain}, number ${count}.\n\n${bridgeArticle}`
    const opened = async () =>
      (await fleet.pool.query('select 1 from circuit_breakers where opened_at is not null')).rowCount
    await submit(failing(-1), { at: 0 })
    await submit(failing(-2), { at: 0 })
    await expect.poll(opened, { timeout: 60_000 }).toBe(1)
    // For so long "closed" is taken for granted.
    await sleep(1_000)
    const asked = model.requests.length
    const written = await ready(await writtenByAll(failing))
    expect(new Set(written.map(({ writer }) => writer))).toEqual(new Set(['builtin']))
    expect(model.requests.length).toBe(asked)
  })

  test('the balancer asks all of them', async () => {
    const asked = async () =>
      Promise.all(
        fleet.webs.map(async ({ address }) =>
          (await scrape(address, fleet.metricsToken)).sum('threadr_http_requests_total'),
        ),
      )
    const before = await asked()
    const somebody = browser()
    for (let time = 0; time < webs * 3; time += 1) await somebody.get(`${fleet.address}/pricing`)
    const after = await asked()
    for (const [at, count] of after.entries()) expect(count).toBeGreaterThan(before[at] ?? 0)
  })
})

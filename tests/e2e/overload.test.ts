import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { scrape } from '#tests/setup/scraped.ts'
import { submit } from '#tests/setup/submit.ts'
import { startApp } from './app-under-test.ts'

const app = startApp(() => ({ OVERLOAD_MS: '150' }))

/** Has so many browsers that were here before ask for the front page, each again as soon as it is answered. */
function crowd(cookie: string, size: number) {
  let isOver = false
  const ask = async () => {
    while (!isOver)
      await fetch(app.address, { headers: { cookie } })
        .then((answer) => answer.arrayBuffer())
        // A connection that is reset under such a load is asked for again.
        .catch(() => {})
  }
  const asking = Promise.all(Array.from({ length: size }, ask))
  return async () => {
    isOver = true
    await asking
  }
}
const newcomer = (path = '/', headers: Record<string, string> = { accept: 'text/html' }) =>
  fetch(app.address + path, { headers })
const documentSchema = z.object({
  version: z.number(),
  title: z.string().nullable(),
  numbering: z.boolean(),
  tweets: z.array(z.looseObject({ id: z.string(), text: z.string() })).min(1),
})

test('a process with more to do than it manages turns newcomers away in plain words, and who is at work goes on', async () => {
  const { threadId, cookie } = await submit(app.address, { source: bridgeArticle })
  const place = `${app.address}/threads/${threadId}`
  const read = async () => {
    const answer = await fetch(`${place}/document`, { headers: { cookie } })
    return answer.ok ? documentSchema.parse(await answer.json()) : null
  }
  await expect.poll(async () => (await read().catch(() => null))?.tweets.length ?? 0).toBeGreaterThan(0)
  expect((await newcomer()).status).toBe(200)

  const disperse = crowd(cookie, 120)
  await expect.poll(async () => (await newcomer()).status).toBe(503)
  // Each is asked for until it is answered so: it may be well for a moment in between, and is too much again.
  const turnedAway = async (ask: () => Promise<Response>) => {
    for (;;) {
      const answer = await ask()
      if (answer.status === 503) return answer
      await answer.arrayBuffer()
      await sleep(50)
    }
  }
  const page = await turnedAway(newcomer)
  expect(page.headers.get('retry-after')).toBe('10')
  expect(page.headers.get('cache-control')).toBe('private, no-store')
  const html = await page.text()
  expect(html).toContain('more to do than it manages')
  expect(html).not.toContain('<script')
  const program = await turnedAway(() => newcomer('/api/v1/threads', {}))
  expect(await program.json()).toMatchObject({ status: 503, detail: expect.stringContaining('try again') })
  const dear = await turnedAway(() => fetch(`${app.address}/threads?q=bridge`, { headers: { cookie } }))
  await dear.arrayBuffer()
  const inPage = await turnedAway(() =>
    fetch(`${app.address}/threads.data?q=bridge`, { headers: { cookie } }),
  )
  expect(await inPage.text()).toContain('more to do than it manages')

  const told = async (name: string, labels?: Record<string, string>) =>
    (await scrape(app.address)).sum(name, labels)
  await expect.poll(() => told('threadr_shedding')).toBe(1)
  for (const why of ['new', 'dear'])
    expect(await told('threadr_requests_shed_total', { why })).toBeGreaterThan(0)
  // They have an alert of their own, and are no errors.
  expect(await told('threadr_http_requests_total', { status: '5xx', route: 'other' })).toBeGreaterThan(3)
  for (const path of ['/healthz', '/sign-in', '/favicon.svg'])
    expect([path, (await newcomer(path)).status]).toEqual([path, 200])
  const mine = { headers: { cookie } }
  expect((await fetch(place, mine)).status).toBe(200)
  expect((await fetch(`${place}/progress?since=0`, mine)).status).toBe(200)
  const { version, ...document } = (await read()) ?? expect.fail('the document is not read')
  const [first, ...rest] = document.tweets
  const saved = await fetch(`${place}/document`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({
      version: String(version),
      document: JSON.stringify({ ...document, tweets: [{ ...first, text: 'The bridge is open.' }, ...rest] }),
    }),
  })
  expect([saved.status, await saved.json()]).toMatchObject([200, { state: 'saved', version: version + 1 }])

  await disperse()
  await expect.poll(async () => (await newcomer()).status).toBe(200)
})

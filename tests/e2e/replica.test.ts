import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readText } from '#app/features/sources/read-text.ts'
import { createDatabase, type Database } from '#app/platform/db.server.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { keepRunning } from '#local/child-process.ts'
import { freePort } from '#local/free-port.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { builtVariables } from '#tests/setup/built-variables.ts'
import { plainBrowser } from '#tests/setup/plain-browser.ts'
import { type Replicated, startReplicated } from '#tests/setup/replicated.ts'
import { scrape } from '#tests/setup/scraped.ts'

const logger = createLogger({ level: 'silent', name: 'test' })
const closers: (() => unknown)[] = []
let replicated: Replicated
let primary: Database
let address: string

beforeAll(async () => {
  replicated = await startReplicated()
  closers.push(replicated.close)
  primary = createDatabase({ url: replicated.primaryUrl, poolMax: 4, name: 'test', logger })
  closers.push(primary.close)
  const uploads = mkdtempSync(join(tmpdir(), 'threadr-uploads-'))
  closers.push(() => rmSync(uploads, { recursive: true, force: true }))
  const port = await freePort()
  address = `http://localhost:${port}`
  const web = await keepRunning({
    name: 'web',
    args: ['build/server/web.js'],
    env: {
      ...builtVariables(uploads),
      PORT: String(port),
      DATABASE_URL: replicated.ofWeb.primaryUrl,
      DATABASE_REPLICA_URL: replicated.ofWeb.replicaUrl,
      // However long this machine takes, what is held back here is no reason to leave it alone.
      DATABASE_REPLICA_LAG_SECONDS: '3600',
    },
  })
  closers.push(() => web.stop())
}, 120_000)

afterAll(async () => {
  for (const close of closers.reverse()) await close()
})

/** Somebody at the site, by their browser. */
function at(browser = plainBrowser()) {
  const ask = (path: string, form?: Record<string, string>) =>
    form ? browser.post(address + path, form) : browser.get(address + path)
  /** The same person where nobody knows that they have written. */
  const unmarked = () => {
    const other = plainBrowser()
    browser.lend(other, (name) => !name.includes('written'))
    return at(other)
  }
  return { ask, unmarked }
}

/** A visitor with a thread that they have submitted, and who that is. */
async function visitor() {
  const { ask, ...rest } = at()
  expect(await ask('/?index', { source: titled('Begun by a form') })).toMatchObject({ status: 302 })
  const { visitorId } = await primary.prisma.thread.findFirstOrThrow({ orderBy: { id: 'desc' } })
  return { ask, ...rest, owner: { visitorId: visitorId ?? '' } }
}

const titled = (title: string) => `${title}\n\n${bridgeArticle}`

/** Written by somebody else than the browser, as another of their browsers would. */
const elsewhere = (owner: { visitorId: string }, title: string) =>
  submitted(primary.prisma, {
    owner,
    submission: { origin: 'text', snapshot: readText(titled(title)) },
  })

const isUsed = async () => (await scrape(address)).sum('threadr_replica_used')
const answered = async (by: string) =>
  (await scrape(address)).sum('threadr_stale_reads_total', { outcome: by })

describe('with a standby that follows the database', () => {
  test('lists come from there, and who has written sees it at once, though it has not got there', async () => {
    const { ask, unmarked, owner } = await visitor()
    await expect.poll(isUsed).toBe(1)
    await expect.poll(async () => (await unmarked().ask('/threads')).text).toContain('Begun by a form')
    await replicated.standby.pause()
    try {
      await elsewhere(owner, 'Made elsewhere')
      const before = await answered('replica')
      expect((await unmarked().ask('/threads')).text).not.toContain('Made elsewhere')
      expect((await unmarked().ask('/palette')).text).not.toContain('Made elsewhere')
      expect(await answered('replica')).toBeGreaterThan(before)

      expect(await ask('/?index', { source: titled('Just written') })).toMatchObject({ status: 302 })
      expect((await ask('/threads')).text).toContain('Just written')
      expect((await ask('/palette')).text).toContain('Just written')
      expect((await ask('/threads?q=Just')).status).toBe(200)
      expect((await unmarked().ask('/threads')).text).not.toContain('Just written')
    } finally {
      await replicated.standby.resume()
    }
    // Once it has got there, their reads go there again.
    await expect.poll(async () => (await unmarked().ask('/threads')).text).toContain('Just written')
    await expect
      .poll(async () => {
        const before = await answered('replica')
        await ask('/threads')
        return (await answered('replica')) - before
      })
      .toBeGreaterThan(0)
  })

  test('a form that is refused reads after what it may have written', async () => {
    const { ask, owner } = await visitor()
    await expect.poll(isUsed).toBe(1)
    await replicated.standby.pause()
    try {
      await elsewhere(owner, 'Made meanwhile')
      const { status, text } = await ask('/?index', { source: '' })
      expect(status).toBe(422)
      expect(text).toContain('Made meanwhile')
    } finally {
      await replicated.standby.resume()
    }
  })

  test('while it is gone, every page answers from the primary; when it is back it is used again', async () => {
    const { unmarked, owner } = await visitor()
    await expect.poll(isUsed).toBe(1)
    replicated.standby.kill()
    await elsewhere(owner, 'Made without it')
    const asked = await Promise.all(Array.from({ length: 12 }, () => unmarked().ask('/threads')))
    for (const { status, text } of asked) {
      expect(status).toBe(200)
      expect(text).toContain('Made without it')
    }
    await expect.poll(isUsed).toBe(0)

    await replicated.standby.start()
    await expect
      .poll(async () => {
        const before = await answered('replica')
        const { text } = await unmarked().ask('/threads')
        // It is used from the first look on, and may have something to catch up with by then.
        return (await answered('replica')) > before && text.includes('Made without it')
      })
      .toBe(true)
  })
})

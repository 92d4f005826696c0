import { chromium } from 'playwright'
import { makeKey } from '#app/features/accounts/api-keys/make-key.ts'
import { wishOf } from '#app/features/threads/library/library-wish.ts'
import { readLibrary } from '#app/features/threads/library/read-library.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import { median } from '#tests/eval/cpu-ratio.ts'
import { findOrInstallChromium } from '#tests/find-chromium.ts'
import { startArticleSite } from '#tests/setup/article-site.ts'
import { grantPro } from '#tests/setup/grant-pro.ts'
import { fillLibrary } from './library-rows.ts'
import { type OwnThread, ownThread } from './own-thread.ts'
import { p95Of } from './p95.ts'
import type { Figure } from './ratio.ts'

const loads = 5
const requests = 200
const threads = 1_000

/**
 * The targets in absolute time, told and not judged: a page until it is loaded in a browser, the API, a generation without a
 * model's own time, and what the database takes for one thing by its id and for a search over a thousand threads.
 */
export async function targets(): Promise<Figure[]> {
  const thread = await ownThread()
  try {
    return [
      ...(await pageLoads(thread)),
      target('API, a thread by its id, p95', await apiP95(thread), 500),
      target(
        'generation of a page by the built-in writer, slowest of 5',
        await slowestGeneration(thread),
        3_000,
      ),
      ...(await queries(thread)),
    ]
  } finally {
    await thread.close()
  }
}

const target = (what: string, ms: number, most: number): Figure => ({
  name: `${what} (${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms) / ${most} ms`,
  ratio: ms / most,
  bar: null,
})

async function pageLoads({ service, page, cookie }: OwnThread): Promise<Figure[]> {
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const loaded = async (url: string) => {
      const times: number[] = []
      for (let load = 0; load < loads; load += 1) {
        // A browser that was never here.
        const context = await browser.newContext({ extraHTTPHeaders: { cookie } })
        const tab = await context.newPage()
        const began = performance.now()
        await tab.goto(url)
        times.push(performance.now() - began)
        await context.close()
      }
      return median(times)
    }
    return [
      target('landing page loaded in a new browser, p50', await loaded(service.address), 2_000),
      target('thread page loaded in a new browser, p50', await loaded(page), 2_000),
    ]
  } finally {
    await browser.close()
  }
}

async function apiP95({ service, page }: OwnThread): Promise<number> {
  const { pool, address, env } = service
  await grantPro(pool)
  const { rows } = await pool.query<{ id: string }>('select id from users')
  const logger = createLogger({ level: 'silent', name: 'bench' })
  const database = createDatabase({ url: env.DATABASE_URL ?? '', poolMax: 2, name: 'bench', logger })
  try {
    const { token } = await makeKey(
      {
        prisma: database.prisma,
        sealer: createSealer(['a-key-of-the-bench-00000000000000001']),
        appUrl: address,
      },
      {
        userId: rows[0]?.id ?? '',
        name: 'bench',
        scopes: ['threads:read'],
        origin: { ip: '127.0.0.1', userAgent: null },
      },
    )
    const url = `${address}/api/v1/threads/${page.split('/').at(-1)}`
    const ask = async () => {
      const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } })
      await answer.text()
      if (answer.status !== 200) throw new Error(`the API answered with ${answer.status}`)
    }
    return await p95Of(ask, { times: requests, atOnce: 2 })
  } finally {
    await database.close()
  }
}

async function slowestGeneration({ service }: OwnThread): Promise<number> {
  const site = await startArticleSite()
  try {
    const times: number[] = []
    for (let run = 0; run < 5; run += 1) times.push((await service.write(`${site.url}target-${run}`)).ms)
    return Math.max(...times)
  } finally {
    await site.close()
  }
}

async function queries({ service: { pool } }: OwnThread): Promise<Figure[]> {
  const owner = await fillLibrary(pool, threads, { withWords: true })
  await pool.query('vacuum analyze')
  const { rows } = await pool.query<{ id: string }>('select id from threads limit 1')
  const simple = async () => void (await pool.query('select * from threads where id = $1', [rows[0]?.id]))
  const search = async () =>
    void (await readLibrary(pool, owner, wishOf(new URLSearchParams('q=common hundredth')), 20))
  return [
    target('query of a thread by its id, p95', await p95Of(simple, { times: requests, atOnce: 2 }), 100),
    target(`search over ${threads} threads, p95`, await p95Of(search, { times: requests, atOnce: 2 }), 500),
  ]
}

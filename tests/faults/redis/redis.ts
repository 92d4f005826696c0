import { median } from '#tests/eval/cpu-ratio.ts'
import { startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { startArticleSite } from '#tests/setup/article-site.ts'
import { type RedisServer, redisProgram, startRedisServer } from '#tests/setup/redis-server.ts'
import { type RunningService, startService } from '#tests/setup/running-service.ts'
import type { Fault, Outcome } from '../fault.ts'
import { whatStays } from './what-stays.ts'

const rounds = 5
const generationsARound = 12
/** Of quality.md: what a lost Redis may add to the 95th percentile, in milliseconds. */
const mayAdd = 50

/** Redis is lost while threads are written and their pages are read; the same service is measured with it in turn. */
const lost = (
  how: string,
  lose: (redis: RedisServer) => unknown,
  bringBack: (redis: RedisServer) => unknown,
): Fault => ({
  name: `redis-${how}`,
  quick: false,
  async run() {
    if (!redisProgram) return { ok: true, seen: 'skipped: no redis-server can be had here' }
    const redis = await startRedisServer()
    const model = await startFakeOpenAi()
    const site = await startArticleSite()
    const service = await startService({
      REDIS_URL: redis.url,
      OPENAI_API_KEY: model.apiKey,
      OPENAI_BASE_URL: model.url,
    })
    try {
      await measure(service, `${site.url}warm-up`)
      if ((await redis.keys()) < generationsARound) throw new Error('Redis was not used to begin with')
      const added: Times[] = []
      for (let round = 0; round < rounds; round += 1) {
        const usual = await measure(service, `${site.url}usual-${round}`)
        await lose(redis)
        const without = await measure(service, `${site.url}without-${round}`)
        await bringBack(redis)
        added.push({ thread: without.thread - usual.thread, page: without.page - usual.page })
      }
      const times = judge(added)
      const stays = await whatStays(redis, lose, bringBack)
      return { ok: times.ok && stays.ok, seen: `${times.seen}; ${stays.seen}` }
    } finally {
      redis.thaw()
      await service.close()
      await site.close()
      await model.close()
      await redis.close()
    }
  },
})

/** 95th percentiles, in milliseconds. */
type Times = { thread: number; page: number }

/** Has articles written about, each twice so that the second comes from the cache, and reads each thread's page. */
async function measure(service: RunningService, url: string): Promise<Times> {
  const threads: number[] = []
  const pages: number[] = []
  for (let count = 0; count < generationsARound; count += 1) {
    const first = await service.write(`${url}-${count}`)
    const again = await service.write(`${url}-${count}`)
    if (!again.cacheHit) throw new Error('a thread was written again that should have been kept')
    threads.push(first.ms, again.ms)
    const start = performance.now()
    const page = await fetch(first.page, { headers: { cookie: first.cookie } })
    await page.text()
    if (!page.ok) throw new Error(`a page was answered with ${page.status}`)
    pages.push(performance.now() - start)
  }
  return { thread: p95(threads), page: p95(pages) }
}

const p95 = (times: number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN

function judge(added: Times[]): Outcome {
  const thread = median(added.map((each) => each.thread))
  const page = median(added.map((each) => each.page))
  const count = rounds * generationsARound * 2
  const says = (ms: number) => `${ms < 0 ? '−' : '+'}${Math.abs(ms).toFixed(0)} ms`
  return {
    ok: thread <= mayAdd && page <= mayAdd,
    seen: `${count} of ${count} threads ready without it; p95 ${says(thread)} a thread, ${says(page)} a page (+${mayAdd} allowed)`,
  }
}

export const redisStopped = lost(
  'stopped',
  (redis) => redis.stop(),
  (redis) => redis.start(),
)
export const redisFrozen = lost(
  'frozen',
  (redis) => redis.freeze(),
  (redis) => redis.thaw(),
)

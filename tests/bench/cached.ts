import { median } from '#tests/eval/cpu-ratio.ts'
import { usualPace } from '#tests/fakes/openai/behaviours.ts'
import { startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { startArticleSite } from '#tests/setup/article-site.ts'
import { startService } from '#tests/setup/running-service.ts'
import type { Figure } from './ratio.ts'

const pairs = 9

/**
 * A page that somebody else has had written about, against the first time, from the submission to the thread that stands:
 * through web process, queue, worker, and a model at a usual pace.
 */
export async function cached(): Promise<Figure[]> {
  const model = await startFakeOpenAi({ respond: () => ({ kind: 'thread', ...usualPace }) })
  const site = await startArticleSite()
  const service = await startService({
    OPENAI_API_KEY: model.apiKey,
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'fake',
  })
  try {
    await service.write(`${site.url}warm-up`)
    const times: { first: number; repeat: number }[] = []
    for (let pair = 0; pair < pairs; pair += 1) {
      const first = await service.write(`${site.url}pair-${pair}`)
      const repeat = await service.write(`${site.url}pair-${pair}`)
      if (first.cacheHit || !repeat.cacheHit) throw new Error('what was to be measured did not happen')
      times.push({ first: first.ms, repeat: repeat.ms })
    }
    const first = median(times.map((time) => time.first))
    const repeat = median(times.map((time) => time.repeat))
    const ratio = median(times.map((time) => time.repeat / time.first))
    const name = `repeat of a cached source (${repeat.toFixed(0)} ms) / first generation (${first.toFixed(0)} ms)`
    return [{ name, ratio, bar: { atMost: 0.1 } }]
  } finally {
    await service.close()
    await site.close()
    await model.close()
  }
}

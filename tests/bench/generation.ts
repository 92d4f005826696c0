import { setTimeout as sleep } from 'node:timers/promises'
import { generationViewSchema } from '#app/routes/threads.$threadId/generation-view.ts'
import { median } from '#tests/eval/cpu-ratio.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { usualPace } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { threadFromPrompt } from '#tests/fakes/openai/thread-from-prompt.ts'
import { startService } from '#tests/setup/running-service.ts'
import { plainWorker } from './peers/plain-worker.ts'
import type { Figure } from './ratio.ts'

const runs = 15

/**
 * A pasted text on an idle machine, followed as the page follows it: what Threadr adds to the model's own time, against how
 * long plain graphile-worker takes to pick a job up; and how long after the model has written its first tweet that is in the
 * browser's hands.
 */
export async function generation(): Promise<Figure[]> {
  const model = await startFakeOpenAi({ respond: () => ({ kind: 'thread', ...usualPace }) })
  const service = await startService({
    OPENAI_API_KEY: model.apiKey,
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'fake',
  })
  const peer = await plainWorker(service.pool, service.env.DATABASE_URL ?? '')
  try {
    await writeOnce(service.address, model, 'warm-up')
    const seen: Awaited<ReturnType<typeof writeOnce>>[] = []
    const pickUps: number[] = []
    for (let run = 0; run < runs; run += 1) {
      seen.push(await writeOnce(service.address, model, `run ${run}`))
      for (let time = 0; time < 10; time += 1) pickUps.push(await peer.pickUp())
    }
    const own = median(seen.map(({ ownMs }) => ownMs))
    const plain =
      pickUps.toSorted((one, other) => one - other)[Math.floor(pickUps.length * 0.95)] ?? Number.NaN
    const first = Math.max(...seen.map(({ firstTweetMs }) => firstTweetMs))
    return [
      {
        name: `ready − submitted − the model’s own time, p50 (${own.toFixed(0)} ms) / plain pick-up p95 (${plain.toFixed(1)} ms)`,
        ratio: own / plain,
        bar: { atMost: 10 },
      },
      {
        name: `first tweet in the browser after the model’s first whole tweet, slowest of ${runs} (${first.toFixed(0)} ms) / 1 s`,
        ratio: first / 1_000,
        bar: { atMost: 1 },
      },
    ]
  } finally {
    await peer.close()
    await service.close()
    await model.close()
  }
}

/** Submits a text in a browser that was never here, and follows it to its end. */
async function writeOnce(address: string, model: FakeOpenAi, about: string) {
  const form = new FormData()
  form.set('source', `About ${about}.\n\n${bridgeArticle}`)
  const asked = model.requests.length
  const submittedAt = performance.now()
  const answer = await fetch(`${address}/?index`, { method: 'POST', body: form, redirect: 'manual' })
  const headers = { cookie: answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '' }
  const progress = `${new URL(answer.headers.get('location') ?? '/', address).href}/progress`
  let since = -1
  let shownAt: number | null = null
  for (;;) {
    const response = await fetch(`${progress}?since=${since}`, { headers })
    if (response.status === 204) continue
    const view = generationViewSchema.parse(await response.json())
    since = view.seq
    if (view.progress.tweets.length > 0) shownAt ??= performance.now()
    if (view.status === 'failed' || view.status === 'waiting') throw new Error(`it ended as ${view.status}`)
    if (view.status === 'ready') break
  }
  const readyAt = performance.now()
  const requests = model.requests.slice(asked)
  const written = requests.find(({ body }) => body.stream)
  if (!written || shownAt === null || requests.length !== 2)
    throw new Error('what was to be measured did not happen')
  const modelMs = requests.reduce(
    (sum, { arrivedAt, writtenAt }) => sum + (writtenAt.at(-1) ?? 0) - arrivedAt,
    0,
  )
  // Until the worker rests again.
  await sleep(300)
  return { ownMs: readyAt - submittedAt - modelMs, firstTweetMs: shownAt - firstTweetAt(written) }
}

/** When the piece was written that closes the first tweet: the first piece of all only names the role. */
function firstTweetAt({ body, writtenAt }: FakeOpenAi['requests'][number]): number {
  const tweets = threadFromPrompt(body).map(({ text, quotes }) => ({ quotes, text }))
  const closing = JSON.stringify({ tweets: tweets.slice(0, 1) }).length - ']}'.length
  return writtenAt[Math.ceil(closing / usualPace.charactersEach)] ?? Number.NaN
}

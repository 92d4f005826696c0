import autocannon from 'autocannon'
import { keepRunning } from '#local/child-process.ts'
import { freePort } from '#local/free-port.ts'
import { median } from '#tests/eval/cpu-ratio.ts'
import { ownThread } from './own-thread.ts'
import type { Figure } from './ratio.ts'

const pairs = 9
const secondsARun = 2
const connections = 10

/**
 * Requests a second of the progress loader against a bare Remix loader of the same JSON, and of a thread's page against the
 * same markup with static data; ours with session and database, through the whole server.
 */
export async function speed(): Promise<Figure[]> {
  const { service, page, progress, cookie, close } = await ownThread()
  const closers: (() => Promise<void>)[] = [close]
  try {
    const json = await (await fetch(progress, { headers: { cookie } })).text()
    const peer = async (name: string, env: Record<string, string>) => {
      const port = await freePort()
      const args = [`tests/bench/peers/${name}.ts`]
      const keeper = await keepRunning({ name, args, env: { ...env, PORT: String(port) } })
      closers.push(() => keeper.stop())
      return `http://localhost:${port}`
    }
    const bare = await peer('bare-remix', { NODE_ENV: 'production', BODY: json })
    const rendered = await peer('static-page', service.env)
    const staticPage = rendered + new URL(page).pathname
    return [
      {
        name: 'progress loader / bare Remix loader of the same JSON, req/s',
        ratio: await ratioOf(progress, bare, cookie),
        bar: { atLeast: 0.5 },
      },
      {
        name: 'thread page / same markup with static data, req/s',
        ratio: await ratioOf(page, staticPage, cookie),
        bar: { atLeast: 0.5 },
      },
    ]
  } finally {
    for (const each of closers.reverse()) await each()
  }
}

/** Median of the ratios of interleaved pairs of requests a second. */
async function ratioOf(ours: string, theirs: string, cookie: string): Promise<number> {
  const [one, other] = await Promise.all([ours, theirs].map((url) => sizeOf(url, cookie)))
  if (!one || !other || Math.abs(one - other) > one / 50)
    throw new Error(`what is compared differs: ${one} and ${other} bytes`)
  // Until the code that both run is compiled.
  for (let warm = 0; warm < 4; warm += 1) for (const url of [ours, theirs]) await rateOf(url, cookie)
  const ratios: number[] = []
  for (let pair = 0; pair < pairs; pair += 1)
    ratios.push((await rateOf(ours, cookie)) / (await rateOf(theirs, cookie)))
  return median(ratios)
}

async function sizeOf(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie } })
  if (answer.status !== 200) throw new Error(`${url} answered with ${answer.status}`)
  return (await answer.text()).length
}

async function rateOf(url: string, cookie: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url,
    connections,
    duration: secondsARun,
    headers: { cookie },
  })
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} wrong answers, ${errors} errors`)
  return requests.average
}

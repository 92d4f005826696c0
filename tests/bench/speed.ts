import { keepRunning } from '#local/child-process.ts'
import { freePort } from '#local/free-port.ts'
import { ownThread } from './own-thread.ts'
import type { Figure } from './ratio.ts'
import { ratioOfRates } from './request-rates.ts'

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
        ratio: await ratioOfRates(progress, bare, cookie),
        bar: { atLeast: 0.5 },
      },
      {
        name: 'thread page / same markup with static data, req/s',
        ratio: await ratioOfRates(page, staticPage, cookie),
        bar: { atLeast: 0.5 },
      },
    ]
  } finally {
    for (const each of closers.reverse()) await each()
  }
}

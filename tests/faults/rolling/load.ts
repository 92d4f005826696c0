import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, FormData, fetch, type RequestInit, type Response } from 'undici'
import { bridgeArticle } from '#tests/factories/texts.ts'

export type Load = {
  /** Requests that were answered as they should be. */
  answered(): number
  /** What went wrong with the others. */
  failures: string[]
  /** The threads whose submission was taken. */
  threads: string[]
  stop(): Promise<void>
}

/**
 * People who keep submitting texts, looking at what comes of them and at other pages: requests that change something and
 * such that don't, some of them held open. At most so many at once, and each waits a moment between two. Each request has a
 * connection of its own: a kept one may be closed while nothing is asked on it, and a browser then asks again by itself.
 */
export function startLoad(address: string, people: number): Load {
  const dispatcher = new Agent({ pipelining: 0 })
  const failures: string[] = []
  const threads: string[] = []
  let answered = 0
  let stopped = false

  async function ask(
    path: string,
    expected: readonly number[],
    init: RequestInit = {},
  ): Promise<Response | null> {
    try {
      const answer = await fetch(address + path, { dispatcher, redirect: 'manual', ...init })
      await answer.arrayBuffer()
      if (expected.includes(answer.status)) {
        answered += 1
        return answer
      }
      failures.push(
        `${init.method ?? 'GET'} ${path.replace(/[0-9a-f-]{36}/, 'ID')} was answered with ${answer.status}`,
      )
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : error
      failures.push(`${init.method ?? 'GET'} ${path.replace(/[0-9a-f-]{36}/, 'ID')} broke: ${cause}`)
    }
    return null
  }

  async function person(number: number): Promise<void> {
    for (let count = 0; !stopped; count += 1) {
      const body = new FormData()
      body.set('source', `Report ${number}/${count} of somebody.\n\n${bridgeArticle}`)
      const taken = await ask('/?index', [302], { method: 'POST', body })
      const path = taken?.headers.get('location')
      const cookie = taken?.headers.get('set-cookie')?.split(';', 1)[0]
      if (path && cookie) {
        threads.push(path.split('/').at(-1) ?? '')
        await ask(path, [200], { headers: { cookie } })
        await ask(`${path}/progress?since=0`, [200, 204], { headers: { cookie } })
      }
      await ask('/', [200])
      await sleep(100)
    }
  }
  const all = Promise.all(Array.from({ length: people }, (_, number) => person(number)))
  return {
    answered: () => answered,
    failures,
    threads,
    async stop() {
      stopped = true
      await all
      await dispatcher.close().catch(() => {})
    },
  }
}

import autocannon from 'autocannon'
import { Agent, fetch as fetchBy } from 'undici'
import { z } from 'zod'
import { median } from '#tests/eval/cpu-ratio.ts'
import { type OwnThread, ownThread } from './own-thread.ts'
import type { Figure } from './ratio.ts'

const rounds = 7
const secondsARun = 4
const active = 50
/** As many more browsers wait for the progress of a thread, which is held for 20 seconds. */
const waiting = 950
const requestsASecond = 50

/**
 * p95 of a thread's page at 1,000 open connections, 950 of which wait for progress, against 50, at the same offered rate;
 * and how many answers of all were 5xx.
 */
export async function openConnections(): Promise<Figure[]> {
  const thread = await ownThread()
  try {
    const { seq } = z
      .object({ seq: z.number() })
      .parse(await (await fetch(thread.progress, { headers: { cookie: thread.cookie } })).json())
    let broken = 0
    const p95 = async () => {
      const measured = await measure(thread)
      broken += measured.broken
      return measured.p95
    }
    await p95()
    const ratios: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const few = await p95()
      const held = await hold(thread, seq)
      const many = await p95()
      broken += await held.end()
      ratios.push(many / few)
    }
    return [
      {
        name: 'page p95 at 1,000 open connections / at 50, same offered rate',
        ratio: median(ratios),
        bar: { atMost: 2 },
      },
      { name: 'answers of 5xx meanwhile', ratio: broken, bar: { atMost: 0 } },
    ]
  } finally {
    await thread.close()
  }
}

/** Opens the connections that wait, each with a request that is being held. `end` gives how many were answered 5xx. */
async function hold({ progress, cookie }: OwnThread, seq: number) {
  const agent = new Agent({ connections: waiting, pipelining: 1 })
  const stop = new AbortController()
  let broken = 0
  let ended = 0
  const requests = Array.from({ length: waiting }, async () => {
    const answer = await fetchBy(`${progress}?since=${seq}`, {
      headers: { cookie },
      dispatcher: agent,
      signal: stop.signal,
    })
    ended += 1
    if (answer.status >= 500) broken += 1
    await answer.text()
  })
  const all = Promise.allSettled(requests)
  // Long enough for all of them to be read and held, and short enough for none to be over.
  await new Promise((resolve) => setTimeout(resolve, 6_000))
  return {
    async end() {
      if (ended > waiting / 10) throw new Error(`${ended} of the waiting were over before the measuring was`)
      stop.abort()
      await all
      await agent.destroy()
      return broken
    },
  }
}

function measure({ page, cookie }: OwnThread): Promise<{ p95: number; broken: number }> {
  const times: number[] = []
  return new Promise((resolve, reject) => {
    const run = autocannon(
      {
        url: page,
        connections: active,
        duration: secondsARun,
        overallRate: requestsASecond,
        headers: { cookie },
      },
      (error: Error | null, { errors, '5xx': broken }) => {
        if (error || errors > 0) return reject(error ?? new Error(`${errors} requests had no answer`))
        times.sort((one, other) => one - other)
        resolve({ p95: times[Math.floor(times.length * 0.95)] ?? Number.NaN, broken })
      },
    )
    run.on('response', (_client, _status, _bytes, ms) => times.push(ms))
  })
}

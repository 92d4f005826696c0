import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { seconds } from '#app/platform/durations.ts'
import type { Fault } from '../fault.ts'
import { inMailWorld } from './world.ts'

/** Nobody listens at the provider's address for ten seconds; its breaker opens, and rests for a minute. */
const apiDown: Fault = {
  name: 'mail: email API down',
  quick: false,
  run: () =>
    inMailWorld({}, async ({ resend, startWorker, queue, settled }) => {
      await resend.close()
      await queue(20)
      await startWorker()
      await sleep(seconds(10))
      await resend.open()
      return settled()
    }),
}

/** Of every third mail the connection breaks twice, once before it was taken or twice after. */
const socketDropped: Fault = {
  name: 'mail: accepts and drops the socket',
  quick: false,
  run: () => {
    const times = new Map<string, number>()
    return inMailWorld(
      {
        respond: ({ key }) => {
          const time = (times.get(key) ?? 0) + 1
          times.set(key, time)
          const place = [...times.keys()].indexOf(key)
          if (place % 3 !== 0 || time > 2) return { kind: 'take' }
          return { kind: place % 2 === 0 || time === 2 ? 'drop-after-taking' : 'drop-before-taking' }
        },
      },
      async ({ startWorker, queue, settled }) => {
        await queue(30)
        await startWorker()
        return settled()
      },
    )
  },
}

/** The account takes one a second, and we are set to fifty. */
const rateLimited: Fault = {
  name: 'mail: rate-limited',
  quick: false,
  run: () =>
    inMailWorld({ perSecond: 1 }, async ({ resend, startWorker, queue, settled }) => {
      await queue(20)
      await startWorker()
      const outcome = await settled()
      const refused = resend.requests.filter(({ status }) => status === 429).length
      return {
        ok: outcome.ok && refused > 0,
        seen: `${outcome.seen}; asked to wait ${refused} times`,
      }
    }),
}

const kills = 3

/** The worker is killed once the provider has taken a mail, and before its answer is there to be written down. */
const workerKilled: Fault = {
  name: 'mail: worker killed between the send and the row',
  quick: false,
  run: () =>
    inMailWorld(
      {
        respond: ({ number }) =>
          number <= kills ? { kind: 'take-slowly', ms: seconds(2) } : { kind: 'take' },
      },
      async ({ resend, startWorker, queue, settled }) => {
        await queue(6)
        for (let kill = 1; kill <= kills; kill += 1) {
          const worker = await startWorker()
          while (resend.requests.length < kill) await sleep(20)
          while (resend.mails.length === 0) await sleep(20)
          worker.kill('SIGKILL')
          await once(worker, 'exit')
        }
        await startWorker()
        const outcome = await settled()
        return { ok: outcome.ok, seen: `${outcome.seen}; ${kills} workers killed` }
      },
    ),
}

export const mailFaults: readonly Fault[] = [apiDown, socketDropped, rateLimited, workerKilled]

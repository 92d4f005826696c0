import { setTimeout as sleep } from 'node:timers/promises'
import type { ModelDoor } from '#app/integrations/openai/door/door.ts'
import { openModelDoor } from '#app/integrations/openai/door/open-door.ts'
import { seconds } from '#app/platform/durations.ts'
import { startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import type { Fault } from '../fault.ts'
import { inWorld } from './world.ts'

const request = {
  messages: [{ role: 'user' as const, content: 'Say something.' }],
  answer: {
    name: 'said',
    schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
  },
}

async function ask(door: ModelDoor): Promise<string> {
  const call = { signal: new AbortController().signal, purpose: 'fault', spend: null, read: () => 'answered' }
  return door.ask(request, call).catch((error: { code: string }) => error.code)
}

/** A model that is down for a minute, as two processes with a database in common meet it, on the real clock. */
export const breaker: Fault = {
  name: 'model: down for a minute',
  quick: false,
  run: () =>
    inWorld(async ({ owner, app }) => {
      let down = true
      const fake = await startFakeOpenAi({
        respond: () =>
          down ? { kind: 'error', status: 500 } : { kind: 'text', text: 'Well.', everyMs: 500 },
      })
      try {
        const first = { apiKey: fake.apiKey, baseUrl: fake.url, model: 'test-model' }
        const doors = [owner, app].map(({ pool }) => openModelDoor({ pool, first, fallback: null, tries: 1 }))
        const askBoth = (times: number) =>
          Promise.all(Array.from({ length: times }, () => doors.map(ask)).flat())
        // One after the other, until one is sent away: from then on nobody is let through.
        let asked = 0
        const turn = () => doors[asked++ % 2] as ModelDoor
        while (asked < 20 && (await ask(turn())) !== 'model-resting');
        const openedAt = fake.requests.length
        await sleep(seconds(50))
        await askBoth(5)
        const early = fake.requests.length - openedAt
        await sleep(seconds(11))
        down = false
        await askBoth(10)
        const probes = fake.requests.length - openedAt - early
        const back = await askBoth(2)
        const isBack = back.every((end) => end === 'answered')
        return {
          ok: openedAt === 5 && early === 0 && probes === 1 && isBack,
          seen: `open after ${openedAt} failures in two processes; ${early} requests within 50 s, ${probes} of 20 let through after 60 s; ${isBack ? 'closed again' : 'not closed again'}`,
        }
      } finally {
        await fake.close()
      }
    }),
}

import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { type Behaviour, behaviourNames, behaviourOfModel } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import {
  type ChatEvent,
  type ChatRequest,
  createChatClient,
  type ModelApi,
  modelApis,
} from './chat.server.ts'

let fake: FakeOpenAi | null = null
afterEach(async () => {
  await fake?.close()
  fake = null
})

const article = Array.from(
  { length: 12 },
  (_, at) => `The ${at + 1}th sentence tells of a harbour that moved.`,
)
const request: ChatRequest = {
  messages: [
    { role: 'system', content: 'Write.' },
    { role: 'user', content: article.join(' ') },
  ],
  answer: {
    name: 'thread',
    schema: {
      type: 'object',
      properties: { tweets: { type: 'array', items: { type: 'string' } } },
      required: ['tweets'],
      additionalProperties: false,
    },
  },
}
const never = new AbortController().signal

async function connect(api: ModelApi, behaviour?: Behaviour, model = 'test-model') {
  fake = await startFakeOpenAi(behaviour ? { respond: () => behaviour } : {})
  const clocks = { idleMs: 300, timeoutMs: 400, totalMs: 10_000 }
  return createChatClient({ apiKey: fake.apiKey, baseUrl: fake.url, model, api, ...clocks })
}

async function listen(events: AsyncIterable<ChatEvent>) {
  const heard: ChatEvent[] = []
  for await (const event of events) heard.push(event)
  return heard
}

/** The code that each behaviour ends with; null for an answer that is whole, whatever may be wrong with its words. */
const codes: Record<string, string | null> = {
  busy: 'model-busy',
  'busy-without-wait': 'model-busy',
  broken: 'model-unavailable',
  silent: 'model-timed-out',
  stall: 'model-stalled',
  cut: 'model-cut-short',
  torn: 'model-cut-short',
  'fails-midway': 'model-unavailable',
  'error-midway': 'model-unavailable',
  malformed: null,
  refusal: 'model-refused',
  'too-long': 'model-too-long',
  'content-filter': 'model-refused',
  'over-limit': null,
  'over-limit-badly': null,
  'obeys-page': null,
}

/** One piece is far shorter than a stream, so it has to be cut sooner. */
const inOnePiece: Record<string, [Behaviour, string | null]> = {
  ...Object.fromEntries(
    Object.entries(codes).map(([name, code]) => [name, [behaviourOfModel(`fake:${name}`), code]] as const),
  ),
  stall: [{ kind: 'thread', stallAtByte: 40 }, 'model-timed-out'],
  cut: [{ kind: 'thread', cut: { atByte: 40, how: 'clean' } }, 'model-cut-short'],
  torn: [{ kind: 'thread', cut: { atByte: 40, how: 'destroy' } }, 'model-cut-short'],
}

describe.each(modelApis)('over %s', (api) => {
  test.each(Object.entries(codes))('a stream of the behaviour %s ends with %s', async (name, code) => {
    const client = await connect(api, undefined, `fake:${name}`)
    const heard = listen(client.stream(request, never))
    if (code) await expect(heard).rejects.toMatchObject({ code })
    else
      expect((await heard).at(-1)).toMatchObject({ type: 'end', usage: { outputTokens: expect.any(Number) } })
  })

  test.each(Object.entries(inOnePiece))(
    'an answer in one piece of the behaviour %s ends as it should',
    async (_name, [behaviour, code]) => {
      const client = await connect(api, behaviour)
      const answer = client.ask(request, never)
      if (code) await expect(answer).rejects.toMatchObject({ code })
      else expect(await answer).toMatchObject({ text: expect.any(String), usage: expect.any(Object) })
    },
  )

  test('a wrong key is told as one', async () => {
    fake = await startFakeOpenAi()
    const client = createChatClient({ apiKey: 'sk-other', baseUrl: fake.url, model: 'm', api })
    await expect(listen(client.stream(request, never))).rejects.toMatchObject({ code: 'model-key-refused' })
  })

  test('nobody listening is told as unreachable', async () => {
    fake = await startFakeOpenAi()
    const { url: baseUrl } = fake
    await fake.close()
    fake = null
    const client = createChatClient({ apiKey: 'sk-fake', baseUrl, model: 'm', api })
    await expect(listen(client.stream(request, never))).rejects.toMatchObject({ code: 'model-unreachable' })
  })

  test('a stream is left when it is no longer wanted', async () => {
    const client = await connect(api, { kind: 'thread', everyMs: 20 })
    const stop = new AbortController()
    const heard = listen(client.stream(request, stop.signal))
    while (fake!.requests.length === 0) await sleep(5)
    stop.abort()
    await expect(heard).rejects.toMatchObject({ code: 'model-stopped' })
    expect(await fake!.requests[0]!.over).toBe('client-gone')
  })
})

test('no behaviour that the fake has by name goes untested', () => {
  expect(Object.keys(codes).sort()).toEqual(behaviourNames.filter((name) => name !== 'slow').sort())
})

import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { type Behaviour, behaviourNames, behaviourOfModel } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { createChatClient, type ModelApi, modelApis } from './chat.server.ts'
import type { ChatEvent, ChatRequest } from './chat.ts'

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

/** Short only for what never comes, since a busy machine takes its time for all else. */
const clocksFor = (behaviour: Behaviour) => ({
  ...(behaviour.kind === 'silent' && { timeoutMs: 400 }),
  ...('stallAtByte' in behaviour && { idleMs: 1_500, timeoutMs: 1_500 }),
})

async function connect(api: ModelApi, behaviour?: Behaviour, model = 'test-model') {
  fake = await startFakeOpenAi(behaviour ? { respond: () => behaviour } : {})
  return createChatClient({
    apiKey: fake.apiKey,
    baseUrl: fake.url,
    model,
    api,
    ...clocksFor(behaviour ?? behaviourOfModel(model)),
  })
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
    else expect((await heard).map(({ type }) => type).slice(-2)).toEqual(['usage', 'end'])
  })

  test.each(Object.entries(inOnePiece))(
    'an answer in one piece of the behaviour %s ends as it should',
    async (_name, [behaviour, code]) => {
      const client = await connect(api, behaviour)
      const answer = listen(client.ask(request, never))
      if (code) await expect(answer).rejects.toMatchObject({ code })
      else expect((await answer).map(({ type }) => type)).toEqual(['usage', 'text', 'end'])
    },
  )

  test.each<[string, Behaviour, string]>([
    ['a refusal', { kind: 'refusal' }, 'model-refused'],
    ['running out of room', { kind: 'text', text: 'Hi', finish: 'length' }, 'model-too-long'],
    ['a content filter', { kind: 'text', text: '', finish: 'content_filter' }, 'model-refused'],
  ])('what %s cost is told before it is', async (_what, behaviour, code) => {
    const client = await connect(api, behaviour)
    for (const way of ['stream', 'ask'] as const) {
      const told: ChatEvent[] = []
      const hear = async () => {
        for await (const event of client[way](request, never)) told.push(event)
      }
      await expect(hear()).rejects.toMatchObject({ code })
      const usage = { inputTokens: expect.any(Number), outputTokens: expect.any(Number), cachedTokens: 0 }
      expect(told.filter(({ type }) => type === 'usage')).toEqual([{ type: 'usage', usage }])
    }
  })

  test('what the server had kept of a request is told', async () => {
    const client = await connect(api, { kind: 'text', text: '{}', cachedTokens: 1_024 })
    for (const way of ['stream', 'ask'] as const) {
      const told = await listen(client[way](request, never))
      expect(told.find(({ type }) => type === 'usage')).toMatchObject({ usage: { cachedTokens: 1_024 } })
    }
  })

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

/** These only take their time. */
const isNoFault = new Set(['slow', 'steady'])
test('no behaviour that the fake has by name goes untested', () => {
  expect(Object.keys(codes).sort()).toEqual(behaviourNames.filter((name) => !isNoFault.has(name)).sort())
})

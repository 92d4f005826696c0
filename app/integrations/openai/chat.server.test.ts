import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { createChatClient } from './chat.server.ts'
import type { ChatEvent, ChatRequest } from './chat.ts'

let fake: FakeOpenAi | null = null
afterEach(async () => {
  await fake?.close()
  fake = null
})

const request: ChatRequest = {
  messages: [{ role: 'user', content: 'Say something.' }],
  answer: {
    name: 'said',
    schema: {
      type: 'object',
      properties: { text: { type: 'string' } },
      required: ['text'],
      additionalProperties: false,
    },
  },
}
const never = new AbortController().signal

async function connect(behaviour: Behaviour, clocks: { idleMs?: number; timeoutMs?: number } = {}) {
  fake = await startFakeOpenAi({ respond: () => behaviour })
  return createChatClient({ apiKey: fake.apiKey, baseUrl: fake.url, model: 'test-model', ...clocks })
}

async function listen(events: AsyncIterable<ChatEvent>, each: () => Promise<void> = async () => {}) {
  const heard: ChatEvent[] = []
  for await (const event of events) {
    heard.push(event)
    await each()
  }
  return heard
}

const chunk = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`
const piece = (content: string) => chunk({ choices: [{ delta: { content } }] })
const stop = chunk({ choices: [{ delta: {}, finish_reason: 'stop' }] })

describe('a streamed answer', () => {
  test('comes in pieces and ends with what it cost', async () => {
    const client = await connect({ kind: 'text', text: '{"text":"Something."}', charactersEach: 8 })
    expect(await listen(client.stream(request, never))).toEqual([
      { type: 'text', text: '{"text":' },
      { type: 'text', text: '"Somethi' },
      { type: 'text', text: 'ng."}' },
      { type: 'usage', usage: { inputTokens: expect.any(Number), outputTokens: 6, cachedTokens: 0 } },
      { type: 'end', model: 'test-model' },
    ])
  })

  test('of a server that tells less than OpenAI is read all the same', async () => {
    const client = await connect({ kind: 'raw', parts: [': hello\n\n', piece('Hi'), chunk({}), stop] })
    expect(await listen(client.stream(request, never))).toEqual([
      { type: 'text', text: 'Hi' },
      { type: 'end', model: 'test-model' },
    ])
  })

  test.each([
    ['an error in the middle', chunk({ error: { message: 'Overloaded' } }), 'model-unavailable'],
    ['a chunk of another form', chunk({ choices: 'none' }), 'model-malformed'],
    ['an event that is no JSON', 'data: {"choices":[\n\n', 'model-cut-short'],
    ['a refusal', chunk({ choices: [{ delta: { refusal: 'No.' } }] }), 'model-refused'],
    ['nothing more', '', 'model-cut-short'],
  ])('that goes on with %s fails', async (_what, rest, code) => {
    const client = await connect({ kind: 'raw', parts: [piece('Hi'), rest] })
    await expect(listen(client.stream(request, never))).rejects.toMatchObject({ code })
  })

  test('is not given up for a silence that is the reader’s own', async () => {
    const client = await connect({ kind: 'text', text: 'abc', charactersEach: 1 }, { idleMs: 400 })
    let waited = false
    const heard = await listen(client.stream(request, never), async () => {
      if (!waited) await sleep(600)
      waited = true
    })
    expect(heard.at(-1)).toMatchObject({ type: 'end' })
  })

  test('is kept as long as bytes come, though they say nothing yet', async () => {
    const parts = [...Array.from({ length: 6 }, () => ': still thinking\n\n'), piece('Hi'), stop]
    const client = await connect({ kind: 'raw', parts, everyMs: 150 }, { idleMs: 800 })
    expect(await listen(client.stream(request, never))).toHaveLength(2)
  })
})

describe('an answer in one piece', () => {
  test('comes with what it cost', async () => {
    const client = await connect({ kind: 'text', text: 'Something.' })
    expect(await listen(client.ask(request, never))).toEqual([
      { type: 'usage', usage: { inputTokens: expect.any(Number), outputTokens: 3, cachedTokens: 0 } },
      { type: 'text', text: 'Something.' },
      { type: 'end', model: 'test-model' },
    ])
  })

  test.each<[string, Behaviour, string]>([
    ['no choice', { kind: 'raw', parts: ['{"choices":[]}'] }, 'model-malformed'],
    ['another form', { kind: 'raw', parts: ['"Hi"'] }, 'model-malformed'],
    ['half a body', { kind: 'raw', parts: ['{"choices":'] }, 'model-cut-short'],
    ['a refusal', { kind: 'refusal' }, 'model-refused'],
    ['no room left', { kind: 'text', text: 'Hi', finish: 'length' }, 'model-too-long'],
    ['an error', { kind: 'error', status: 502 }, 'model-unavailable'],
  ])('fails with %s', async (_what, behaviour, code) => {
    const client = await connect(behaviour)
    await expect(listen(client.ask(request, never))).rejects.toMatchObject({ code })
  })

  test('whose body stalls is given up', async () => {
    const client = await connect({ kind: 'text', text: 'Something.', stallAtByte: 20 }, { timeoutMs: 60 })
    await expect(listen(client.ask(request, never))).rejects.toMatchObject({
      code: 'model-timed-out',
      retryable: true,
    })
  })

  test('is not waited for when it is no longer wanted', async () => {
    const client = await connect({ kind: 'silent' })
    const answer = listen(client.ask(request, AbortSignal.timeout(50)))
    await expect(answer).rejects.toMatchObject({ code: 'model-stopped' })
    expect(await fake!.requests[0]!.over).toBe('client-gone')
  })
})

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

const schema = {
  type: 'object',
  properties: { text: { type: 'string' } },
  required: ['text'],
  additionalProperties: false,
}
const request: ChatRequest = {
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Say something.' },
  ],
  answer: { name: 'said', schema },
}
const never = new AbortController().signal

async function connect(behaviour: Behaviour) {
  fake = await startFakeOpenAi({ respond: () => behaviour })
  const clocks = { idleMs: 400, timeoutMs: 400 }
  return createChatClient({
    apiKey: fake.apiKey,
    baseUrl: fake.url,
    model: 'test-model',
    api: 'responses',
    ...clocks,
  })
}

async function listen(events: AsyncIterable<ChatEvent>) {
  const heard: ChatEvent[] = []
  for await (const event of events) heard.push(event)
  return heard
}

const event = (type: string, fields: Record<string, unknown> = {}) =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`
const delta = event('response.output_text.delta', { delta: 'Hi' })
const completed = event('response.completed', { response: { status: 'completed' } })

describe('a streamed response', () => {
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

  test('asks for the schema strictly, and for nothing to be kept', async () => {
    const client = await connect({ kind: 'text', text: '{}' })
    await listen(client.stream(request, never))
    expect(fake!.requests[0]).toMatchObject({
      endpoint: 'responses',
      sent: {
        store: false,
        stream: true,
        input: request.messages,
        text: { format: { type: 'json_schema', name: 'said', strict: true, schema } },
      },
    })
  })

  test('is read past events that we know nothing of, and ends with its last event though the line stays open', async () => {
    const parts = [event('response.reasoning.delta', { delta: 'Hm' }), delta, completed]
    const stallAtByte = parts.join('').length
    const client = await connect({ kind: 'raw', parts: [...parts, ': more\n\n'], stallAtByte })
    expect(await listen(client.stream(request, never))).toEqual([
      { type: 'text', text: 'Hi' },
      { type: 'end', model: 'test-model' },
    ])
  })

  test.each([
    ['nothing more', '', 'model-cut-short'],
    ['its text done but no end', event('response.output_text.done', { text: 'Hi' }), 'model-cut-short'],
    ['an event that is no JSON', 'event: x\ndata: {"type":\n\n', 'model-cut-short'],
    ['an event without a type', 'data: {"delta":"Hi"}\n\n', 'model-malformed'],
    ['a delta of another form', event('response.output_text.delta', { delta: 1 }), 'model-malformed'],
    ['an end without a status', event('response.completed', { response: {} }), 'model-malformed'],
    ['a refusal', event('response.refusal.delta', { delta: 'No.' }), 'model-refused'],
    ['an end of an unknown reason', incomplete('tired'), 'model-malformed'],
    ['a limit of a rate', event('error', { code: 'rate_limit_exceeded', message: 'Slow' }), 'model-busy'],
    ['no credit left', event('error', { code: 'insufficient_quota', message: 'Pay' }), 'model-out-of-credit'],
    ['a filter of the prompt', failed('invalid_prompt'), 'model-refused'],
    ['a failure without a code', failed(null), 'model-unavailable'],
  ])('that goes on with %s fails', async (_what, rest, code) => {
    const client = await connect({ kind: 'raw', parts: [delta, rest] })
    await expect(listen(client.stream(request, never))).rejects.toMatchObject({ code })
  })
})

function incomplete(reason: string) {
  return event('response.incomplete', { response: { status: 'incomplete', incomplete_details: { reason } } })
}
function failed(code: string | null) {
  return event('response.failed', { response: { status: 'failed', error: { code, message: 'No.' } } })
}

describe('a response in one piece', () => {
  test('comes with what it cost', async () => {
    const client = await connect({ kind: 'text', text: 'Something.' })
    expect(await listen(client.ask(request, never))).toEqual([
      { type: 'usage', usage: { inputTokens: expect.any(Number), outputTokens: 3, cachedTokens: 0 } },
      { type: 'text', text: 'Something.' },
      { type: 'end', model: 'test-model' },
    ])
  })

  test.each([
    ['another form', '{"id":1}', 'model-malformed'],
    ['half a body', '{"status":', 'model-cut-short'],
    ['no end yet', '{"status":"in_progress"}', 'model-malformed'],
    ['a failure', '{"status":"failed","error":{"code":"server_error"}}', 'model-unavailable'],
    [
      'a refusal',
      '{"status":"completed","output":[{"type":"message","content":[{"type":"refusal"}]}]}',
      'model-refused',
    ],
  ])('fails with %s', async (_what, body, code) => {
    const client = await connect({ kind: 'raw', parts: [body] })
    await expect(listen(client.ask(request, never))).rejects.toMatchObject({ code })
  })
})

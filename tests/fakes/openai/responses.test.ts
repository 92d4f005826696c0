import { afterEach, describe, expect, test } from 'vitest'
import type { Behaviour } from './behaviours.ts'
import { type FakeOpenAi, type FakeOpenAiOptions, startFakeOpenAi } from './server.ts'

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
const request = {
  model: 'some-model',
  instructions: 'Be brief.',
  input: [{ role: 'user', content: 'Shorten this.' }],
  text: { format: { type: 'json_schema', name: 'short', strict: true, schema } },
}

async function send(body: unknown, options: FakeOpenAiOptions = {}) {
  fake ??= await startFakeOpenAi(options)
  const response = await fetch(`${fake.url}/responses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${fake.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { response, text: await response.text() }
}

/** The events of a stream, each with its name checked against the type within. */
function eventsOf(text: string): { type: string; [field: string]: unknown }[] {
  return text
    .trim()
    .split('\n\n')
    .map((event) => {
      const [, name, data] = /^event: (\S+)\ndata: (.*)$/.exec(event) ?? []
      const parsed = JSON.parse(data ?? '')
      expect(parsed.type).toBe(name)
      return parsed
    })
}
const stream = async (behaviour: Behaviour) =>
  eventsOf((await send({ ...request, stream: true }, { respond: () => behaviour })).text)

test('answers a good request in one piece the way OpenAI does', async () => {
  const { response, text } = await send(request, { script: [{ kind: 'text', text: '{"text":"Short."}' }] })
  expect(response.status).toBe(200)
  expect(JSON.parse(text)).toMatchObject({
    object: 'response',
    status: 'completed',
    error: null,
    incomplete_details: null,
    output: [{ type: 'message', content: [{ type: 'output_text', text: '{"text":"Short."}' }] }],
    usage: { input_tokens: expect.any(Number), output_tokens: expect.any(Number) },
  })
  expect(fake!.requests[0]).toMatchObject({
    endpoint: 'responses',
    sent: request,
    body: {
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Shorten this.' },
      ],
    },
  })
})

test('streams numbered, named events from created to completed', async () => {
  const events = await stream({ kind: 'text', text: '{"text":"Short."}', charactersEach: 10 })
  expect(events.map(({ type }) => type)).toEqual([
    'response.created',
    'response.in_progress',
    'response.output_item.added',
    'response.content_part.added',
    'response.output_text.delta',
    'response.output_text.delta',
    'response.output_text.done',
    'response.content_part.done',
    'response.output_item.done',
    'response.completed',
  ])
  expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, index) => index))
  expect(events.at(-1)).toMatchObject({ response: { usage: { total_tokens: expect.any(Number) } } })
})

describe('a stream that does not end well', () => {
  test.each<[string, Behaviour, string, unknown]>([
    [
      'out of room',
      { kind: 'too-long' },
      'response.incomplete',
      { incomplete_details: { reason: 'max_output_tokens' } },
    ],
    [
      'filtered',
      { kind: 'content-filter' },
      'response.incomplete',
      { incomplete_details: { reason: 'content_filter' } },
    ],
    [
      'failed',
      { kind: 'fails-midway', how: 'failed', code: 'rate_limit_exceeded' },
      'response.failed',
      { status: 'failed', error: { code: 'rate_limit_exceeded' } },
    ],
  ])('%s says so in its last event', async (_what, behaviour, last, said) => {
    const event = (await stream(behaviour)).at(-1)
    expect(event).toMatchObject({ type: last, response: said })
  })

  test('breaks off with an error event', async () => {
    expect((await stream({ kind: 'fails-midway', how: 'event' })).at(-1)).toMatchObject({
      type: 'error',
      code: 'server_error',
    })
  })

  test('refuses in events of their own, and completes', async () => {
    const types = (await stream({ kind: 'refusal' })).map(({ type }) => type)
    expect(types).toContain('response.refusal.delta')
    expect(types).toContain('response.refusal.done')
    expect(types).not.toContain('response.output_text.delta')
    expect(types.at(-1)).toBe('response.completed')
  })
})

test.each([
  ['an unknown parameter', { ...request, messages: [] }, /Unknown parameter: 'messages'/, 'messages'],
  [
    'an unknown parameter within',
    { ...request, text: { format: { ...request.text.format, extra: 1 } } },
    /Unknown parameter: 'text.format.extra'/,
    'text.format.extra',
  ],
  ['no input', { ...request, input: [] }, /./, 'input'],
  [
    'an open object in a strict schema',
    {
      ...request,
      text: { format: { ...request.text.format, schema: { ...schema, additionalProperties: true } } },
    },
    /additionalProperties/,
    'text.format.schema',
  ],
])('refuses %s', async (_what, body, message, param) => {
  const { response, text } = await send(body)
  expect(response.status).toBe(400)
  const { error } = JSON.parse(text)
  expect(error).toMatchObject({ type: 'invalid_request_error', param })
  expect(error.message).toMatch(message)
  expect(fake!.requests).toHaveLength(0)
})

test('is busy with and without saying for how long', async () => {
  const waits = await send({ ...request, model: 'fake:busy' })
  expect([waits.response.status, waits.response.headers.get('retry-after')]).toEqual([429, '20'])
  const silent = await send({ ...request, model: 'fake:busy-without-wait' })
  expect([silent.response.status, silent.response.headers.get('retry-after')]).toEqual([429, null])
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
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
  messages: [{ role: 'user', content: 'Shorten this.' }],
  response_format: { type: 'json_schema', json_schema: { name: 'short', strict: true, schema } },
}

async function send(
  body: unknown,
  options: FakeOpenAiOptions = {},
  key = 'sk-fake',
  path = '/chat/completions',
) {
  fake ??= await startFakeOpenAi(options)
  const response = await fetch(`${fake.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { response, text: await response.text() }
}

function withSchema(changed: unknown) {
  return {
    ...request,
    response_format: { type: 'json_schema', json_schema: { name: 'short', strict: true, schema: changed } },
  }
}

test('answers a good request the way OpenAI does', async () => {
  const { response, text } = await send(request)
  expect(response.status).toBe(200)
  expect(JSON.parse(text)).toMatchObject({
    object: 'chat.completion',
    model: 'some-model',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', refusal: null } }],
    usage: { prompt_tokens: expect.any(Number), completion_tokens: expect.any(Number) },
  })
})

test('streams chunks, the finish reason, the usage and the end mark', async () => {
  const { response, text } = await send({ ...request, stream: true, stream_options: { include_usage: true } })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const lines = text.trim().split('\n\n')
  expect(lines.at(-1)).toBe('data: [DONE]')
  expect(JSON.parse(lines.at(-2)!.slice(6))).toMatchObject({
    choices: [],
    usage: { prompt_tokens: expect.any(Number) },
  })
  expect(JSON.parse(lines.at(-3)!.slice(6))).toMatchObject({
    choices: [{ finish_reason: 'stop' }],
    usage: null,
  })
  expect(fake!.requests).toHaveLength(1)
  expect(await fake!.requests[0]!.over).toBe('answered')
})

test('streams without usage unless it is asked for', async () => {
  const { text } = await send({ ...request, stream: true })
  expect(text).not.toContain('usage')
})

test.each([
  [
    'an unknown parameter',
    { ...request, temprature: 1 },
    /Unrecognized request argument supplied: temprature/,
  ],
  ['no model', { ...request, model: undefined }, /./],
  ['no messages', { ...request, messages: [] }, /./],
  [
    'stream options without a stream',
    { ...request, stream_options: { include_usage: true } },
    /only allowed when/,
  ],
  ['no JSON', '{', /./],
  ['an open object', withSchema({ ...schema, additionalProperties: true }), /additionalProperties/],
  ['a property that is not required', withSchema({ ...schema, required: [] }), /Missing 'text'/],
  [
    'a required property that is none',
    withSchema({ ...schema, required: ['text', 'more'] }),
    /unknown key 'more'/,
  ],
  [
    'a keyword outside the subset',
    withSchema({ ...schema, properties: { text: { type: 'string', minLength: 1 } } }),
    /'minLength' is not permitted/,
  ],
  [
    'a list without items',
    withSchema({ ...schema, properties: { text: { type: 'array' } } }),
    /missing items/,
  ],
  ['a part without a type', withSchema({ ...schema, properties: { text: {} } }), /must have a 'type'/],
  ['a part that is no schema', withSchema({ ...schema, properties: { text: true } }), /must be an object/],
  ['a root that is no object', withSchema({ type: 'array', items: schema }), /of type "object"/],
  [
    'an open object inside a choice',
    withSchema({ ...schema, properties: { text: { anyOf: [{ type: 'object' }, { type: 'null' }] } } }),
    /additionalProperties/,
  ],
])('refuses %s', async (_what, body, message) => {
  const { response, text } = await send(body)
  expect(response.status).toBe(400)
  const { error } = JSON.parse(text)
  expect(error).toMatchObject({ type: 'invalid_request_error', code: null })
  expect(error.message).toMatch(message)
  expect(fake!.requests).toHaveLength(0)
})

test('refuses a schema that is nested too deeply', async () => {
  let deep: unknown = schema
  for (let level = 0; level < 12; level += 1) {
    deep = { type: 'object', properties: { next: deep }, required: ['next'], additionalProperties: false }
  }
  const { text } = await send(withSchema(deep))
  expect(text).toContain('levels of nesting')
})

test('refuses a wrong key and an unknown address', async () => {
  const wrong = await send(request, {}, 'sk-other')
  expect(wrong.response.status).toBe(401)
  expect(JSON.parse(wrong.text)).toMatchObject({ error: { code: 'invalid_api_key' } })
  expect((await send(request, {}, 'sk-fake', '/embeddings')).response.status).toBe(404)
})

test('takes its behaviour from the model name, so that the app can be run against it', async () => {
  const { response } = await send({ ...request, model: 'fake:busy' })
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('20')
})

test('runs by hand and leaves when it is told to', async () => {
  const child = spawn(process.execPath, ['tests/fakes/openai/main.ts', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [line] = await once(child.stdout!, 'data')
    expect(String(line)).toMatch(/http:\/\/127\.0\.0\.1:\d+\/v1/)
  } finally {
    child.kill('SIGTERM')
  }
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})

import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '#app/platform/errors.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { exampleInput, exampleSource, writeAll } from '#tests/fakes/openai/example-input.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { createOpenAiWriter } from './openai-writer.ts'

let fake: FakeOpenAi | null = null
afterEach(async () => {
  await fake?.close()
  fake = null
})

async function writeWith(
  behaviour: Behaviour,
  options: { apiKey?: string; idleMs?: number; timeoutMs?: number; totalMs?: number } = {},
) {
  fake ??= await startFakeOpenAi({ respond: () => behaviour })
  const { baseUrl, apiKey } = { baseUrl: fake.url, apiKey: fake.apiKey }
  const written = await writeAll(
    createOpenAiWriter({ baseUrl, apiKey, model: 'test-model', ...options }),
    exampleInput(),
  )
  return { ...written, requests: fake.requests.length }
}

type Case = [what: string, behaviour: Behaviour, code: string, retryable: boolean]

test.each<Case>([
  ['a refused key', { kind: 'error', status: 403 }, 'model-key-refused', false],
  ['too many requests', { kind: 'error', status: 429, retryAfterSeconds: 600 }, 'model-busy', true],
  [
    'credit used up',
    { kind: 'error', status: 429, code: 'insufficient_quota' },
    'model-out-of-credit',
    false,
  ],
  ['a broken server', { kind: 'error', status: 500 }, 'model-unavailable', true],
  ['a server that is down', { kind: 'error', status: 503 }, 'model-unavailable', true],
  ['an unknown model', { kind: 'error', status: 404 }, 'model-request-refused', false],
  ['a request that is not understood', { kind: 'error', status: 400 }, 'model-request-refused', false],
  ['no end', { kind: 'text', text: '{"tweets":[', finish: null }, 'model-cut-short', true],
  ['running out of room', { kind: 'too-long' }, 'model-too-long', false],
  ['a content filter', { kind: 'content-filter' }, 'model-refused', false],
  ['an unknown end', { kind: 'text', text: '{"tweets":[]}', finish: 'tool_calls' }, 'model-malformed', true],
  ['malformed JSON', { kind: 'malformed' }, 'model-malformed', true],
  ['prose instead of JSON', { kind: 'text', text: 'Here is your thread!' }, 'model-malformed', true],
])('%s', async (_what, behaviour, code, retryable) => {
  const { error, requests, events } = await writeWith(behaviour)
  expect(error).toBeInstanceOf(AppError)
  expect(error).toMatchObject({ code, retryable })
  expect((error as AppError).message).toMatch(/^[A-Z].+\.$/)
  expect(events.some(({ type }) => type === 'written-by')).toBe(false)
  // One layer of retries only, and it isn't this one.
  expect(requests).toBe(1)
})

test('a wrong key is refused, and the error does not hold it', async () => {
  const { error } = await writeWith({ kind: 'thread' }, { apiKey: 'sk-wrong-and-secret' })
  expect(error).toMatchObject({ code: 'model-key-refused', retryable: false })
  expect(JSON.stringify([String((error as AppError).cause), (error as AppError).message])).not.toContain(
    'secret',
  )
})

test("a refusal is told without the model's own words", async () => {
  const { error } = await writeWith({ kind: 'refusal', words: 'I will not write about GRUESOME things.' })
  expect(error).toMatchObject({ code: 'model-refused', retryable: false })
  expect(String((error as AppError).message) + String((error as AppError).cause)).not.toContain('GRUESOME')
})

test('a server that never answers is given up', async () => {
  const { error } = await writeWith({ kind: 'silent' }, { timeoutMs: 50 })
  expect(error).toMatchObject({ code: 'model-timed-out', retryable: true })
  expect(await fake!.requests[0]!.over).toBe('client-gone')
})

test('a stream that stalls is given up', async () => {
  const { error } = await writeWith({ kind: 'thread', stallAtByte: 1_500 }, { idleMs: 50 })
  expect(error).toMatchObject({ code: 'model-stalled', retryable: true })
  expect(await fake!.requests[0]!.over).toBe('client-gone')
})

test('a stream that drips for ever is given up', async () => {
  const { error } = await writeWith({ kind: 'thread', bytesEach: 1, everyMs: 5 }, { totalMs: 150 })
  expect(error).toMatchObject({ code: 'model-timed-out', retryable: true })
})

test('a refused connection', async () => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  server.close()
  await once(server, 'close')
  const writer = createOpenAiWriter({ apiKey: 'k', baseUrl: `http://127.0.0.1:${port}/v1`, model: 'm' })
  const { error } = await writeAll(writer, exampleInput())
  expect(error).toMatchObject({ code: 'model-unreachable', retryable: true })
  expect(String((error as AppError).cause)).toContain('ECONNREFUSED')
})

test('a connection that is reset before the answer', async () => {
  const { error } = await writeWith({ kind: 'thread', cut: { atByte: 0, how: 'destroy' } })
  expect(error).toMatchObject({ retryable: true })
})

describe('a response that is cut', () => {
  const tweets = [
    { text: 'A new harbour: 🐦‍🔥.', quotes: ['dug a new harbour'] },
    { text: 'It cost "much".', quotes: [] },
    { text: 'Shops moved.', quotes: [] },
  ]
  const source = exampleSource(undefined, { url: null })

  test.each(['clean', 'destroy'] as const)(
    'at every byte (%s) is a retryable error or a whole thread',
    async (how) => {
      fake = await startFakeOpenAi({
        respond: (request) => ({
          kind: 'tweets',
          tweets,
          charactersEach: 60,
          // The model's name says which cut this is, since several are under way at once.
          cut: { atByte: Number(request.model), how },
        }),
      })
      const { apiKey, url: baseUrl } = fake
      const texts = tweets.map(({ text }) => text)
      const writeCutAt = async (atByte: number) => {
        const writer = createOpenAiWriter({ apiKey, baseUrl, model: String(atByte) })
        const written = await writeAll(writer, exampleInput({ source }))
        expect(written.tweets.map(({ text }) => text)).toEqual(texts.slice(0, written.tweets.length))
        if (written.error) expect(written.error).toMatchObject({ retryable: true })
        else expect(written.tweets).toHaveLength(texts.length)
        return written.error ? 'cut' : 'whole'
      }

      const together = 25
      const outcomes: string[] = []
      // From the finish reason on the thread is whole: what follows are the usage and the end mark.
      for (let from = 0; outcomes.at(-1) !== 'whole'; from += together) {
        outcomes.push(
          ...(await Promise.all(Array.from({ length: together }, (_, at) => writeCutAt(from + at)))),
        )
      }
      expect(outcomes.indexOf('whole')).toBeGreaterThan(500)
      expect(outcomes.slice(outcomes.indexOf('whole'))).not.toContain('cut')
    },
    60_000,
  )
})

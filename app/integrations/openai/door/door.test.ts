import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alwaysClosed } from '#app/platform/resilience/breaker.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { createChatClient } from '../chat.server.ts'
import type { ChatRequest } from '../chat.ts'
import { modelMalformed } from '../failures.ts'
import type { Read } from './call-once.ts'
import { createModelDoor, type DoorOptions } from './door.ts'
import { openLine } from './line.ts'

/** Two servers, of which most tests use the first; each tells what to do from its own script, and then answers well. */
let fakes: FakeOpenAi[] = []
let scripts: Behaviour[][] = []
beforeEach(async () => {
  scripts = [[], []]
  const start = (which: number) =>
    startFakeOpenAi({
      respond: (_, index) => scripts[which]?.[index] ?? { kind: 'text', text: 'All is well.' },
    })
  fakes = [await start(0), await start(1)]
})
afterEach(() => Promise.all(fakes.map((fake) => fake.close())))
const asked = () => fakes.map(({ requests }) => requests.length)

const request: ChatRequest = {
  messages: [{ role: 'user', content: 'Say something.' }],
  answer: {
    name: 'said',
    schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
  },
}
const busy = (retryAfterSeconds?: number): Behaviour => ({ kind: 'error', status: 429, retryAfterSeconds })
const down: Behaviour = { kind: 'error', status: 503 }

type Given = Partial<DoorOptions> & { only?: number; clocks?: { idleMs?: number; timeoutMs?: number } }

/** A door whose waits take no time and are written down. */
function doorOf({ only = 2, clocks = {}, ...options }: Given = {}) {
  const waits: number[] = []
  const providers = fakes.slice(0, only).map(({ apiKey, url: baseUrl }, index) => ({
    name: ['first', 'fallback'][index] ?? '',
    model: 'test-model',
    client: createChatClient({ apiKey, baseUrl, model: 'test-model', ...(index === 0 && clocks) }),
    breaker: alwaysClosed,
  }))
  const wait = async (ms: number) => void waits.push(ms)
  return { door: createModelDoor({ providers, wait, ...options }), waits }
}

/** Gives on every piece of text as it comes. */
const pieces = (): Read<string> => (event) => (event.type === 'text' ? [event.text] : [])

async function listen(
  { door }: ReturnType<typeof doorOf>,
  reader: () => Read<string> = pieces,
  signal = new AbortController().signal,
) {
  const heard: string[] = []
  let code: unknown = null
  try {
    for await (const piece of door.stream(request, { signal, purpose: 'test', spend: null, reader }))
      heard.push(piece)
  } catch (error) {
    code = error instanceof Error && 'code' in error ? error.code : error
  }
  return { text: heard.join(''), code }
}

describe('a model that fails and is back', () => {
  test.each<[string, Behaviour]>([
    ['too busy', busy()],
    ['down', down],
    [
      'cut off before its first word',
      { kind: 'text', text: 'Never seen', cut: { atByte: 10, how: 'clean' } },
    ],
    ['torn away', { kind: 'text', text: 'Never seen', cut: { atByte: 0, how: 'destroy' } }],
    ['speaking of something else', { kind: 'raw', parts: ['data: {"choices":"none"}\n\n'] }],
  ])('is asked again, without anybody noticing: %s', async (_what, behaviour) => {
    scripts[0] = [behaviour, behaviour]
    const way = doorOf()
    expect(await listen(way)).toEqual({ text: 'All is well.', code: null })
    expect(asked()).toEqual([3, 0])
    expect(way.waits).toHaveLength(2)
  })

  test('is waited for as long as it asks, and otherwise with a growing wait of our own', async () => {
    scripts[0] = [busy(7), busy()]
    const way = doorOf({ firstWaitMs: 40, longestWaitMs: 100 })
    expect((await listen(way)).code).toBeNull()
    expect(way.waits[0]).toBe(7000)
    expect(way.waits[1]).toBeLessThanOrEqual(100)
  })

  test('that asks for too long a wait is busy at once, and another is asked', async () => {
    scripts[0] = [busy(21)]
    const alone = doorOf({ only: 1 })
    expect(await listen(alone)).toEqual({ text: '', code: 'model-busy' })
    expect(alone.waits).toEqual([])
    scripts[0] = [busy(), busy(21)]
    expect((await listen(doorOf({ longestRetryAfterMs: 22_000 }))).code).toBeNull()
    expect(asked()[1]).toBe(0)
  })

  test('is given up after its tries, with its own failure', async () => {
    scripts[0] = Array.from({ length: 9 }, () => down)
    expect(await listen(doorOf({ only: 1, tries: 4 }))).toEqual({ text: '', code: 'model-unavailable' })
    expect(asked()).toEqual([4, 0])
  })
})

describe('what is not tried again', () => {
  test.each<[string, Behaviour, string]>([
    ['a refusal', { kind: 'refusal' }, 'model-refused'],
    ['a content filter', { kind: 'text', text: '', finish: 'content_filter' }, 'model-refused'],
    ['an answer without room', { kind: 'text', text: '', finish: 'length' }, 'model-too-long'],
  ])('%s, by nobody', async (_what, behaviour, code) => {
    scripts[0] = [behaviour]
    expect(await listen(doorOf())).toEqual({ text: '', code })
    expect(asked()).toEqual([1, 0])
  })

  test.each<[string, Behaviour, Given['clocks']?]>([
    ['a refused key', { kind: 'error', status: 401 }],
    ['credit used up', { kind: 'error', status: 429, code: 'insufficient_quota' }],
    ['an unknown model', { kind: 'error', status: 404 }],
    ['silence', { kind: 'silent' }, { timeoutMs: 150 }],
    ['a stall', { kind: 'text', text: 'Never seen', stallAtByte: 10 }, { idleMs: 150 }],
  ])('%s, by the same provider; the other is asked', async (_what, behaviour, clocks) => {
    scripts[0] = [behaviour]
    expect(await listen(doorOf({ clocks }))).toEqual({ text: 'All is well.', code: null })
    expect(asked()).toEqual([1, 1])
  })

  test('anything after the reader was given something', async () => {
    scripts[0] = [
      { kind: 'text', text: 'Half of it and no more', charactersEach: 4, cut: { atByte: 600, how: 'clean' } },
    ]
    const { text, code } = await listen(doorOf())
    expect(text).not.toBe('')
    expect('Half of it and no more'.startsWith(text)).toBe(true)
    expect(code).toBe('model-cut-short')
    expect(asked()).toEqual([1, 0])
  })

  test('what was stopped: a wait ends with the wish to stop', async () => {
    scripts[0] = [busy(15)]
    const stop = new AbortController()
    const way = doorOf({
      wait: (_ms, signal) => {
        stop.abort()
        return Promise.reject(signal.reason)
      },
    })
    expect((await listen(way, pieces, stop.signal)).code).toBe('model-stopped')
    expect(asked()).toEqual([1, 0])
  })
})

describe('a second provider', () => {
  test('is asked when the tries of the first are used up, and its failure is told when it fails too', async () => {
    scripts = [[down, down, down], []]
    expect(await listen(doorOf())).toEqual({ text: 'All is well.', code: null })
    expect(asked()).toEqual([3, 1])
    scripts = [Array.from({ length: 6 }, () => down), Array.from({ length: 9 }, () => busy())]
    expect((await listen(doorOf())).code).toBe('model-busy')
  })
})

describe('one piece of work', () => {
  const heard = async (line: ReturnType<typeof openLine>) => {
    const call = { signal: new AbortController().signal, purpose: 'test' }
    return line.ask(request, { ...call, read: ({ text, byAnother }) => [text, byAnother] })
  }

  test('begins no further call with the provider that it has given up on; the next piece does', async () => {
    scripts[0] = [down, down, down]
    const { door } = doorOf()
    const line = openLine(door, null)
    expect(await heard(line)).toEqual(['All is well.', true])
    expect(await heard(line)).toEqual(['All is well.', true])
    expect(asked()).toEqual([3, 2])
    expect(await heard(openLine(door, null))).toEqual(['All is well.', undefined])
    expect(asked()).toEqual([4, 2])
  })

  test('asks it again where the other one has failed by then', async () => {
    scripts = [
      [down, down, down],
      [{ kind: 'text', text: 'All is well.' }, down, down, down],
    ]
    const line = openLine(doorOf().door, null)
    expect(await heard(line)).toEqual(['All is well.', true])
    expect(await heard(line)).toEqual(['All is well.', undefined])
    expect(asked()).toEqual([4, 4])
  })
})

test('a reader that objects to what came before anything was given on gets another try, and a new reader', async () => {
  scripts[0] = [{ kind: 'text', text: 'Nonsense', charactersEach: 3 }]
  let readers = 0
  const careful = (): Read<string> => {
    let text = ''
    readers += 1
    return (event) => {
      if (event.type === 'text') text += event.text
      if ('Nonsense'.startsWith(text) && text.length > 5) throw modelMalformed('nonsense')
      return event.type === 'end' ? [text] : []
    }
  }
  expect(await listen(doorOf(), careful)).toEqual({ text: 'All is well.', code: null })
  expect(readers).toBe(2)
})

test('a single answer that is not what was asked for is tried again, and then told as malformed', async () => {
  const call = { signal: new AbortController().signal, purpose: 'test', spend: null }
  const ask = (way: ReturnType<typeof doorOf>) =>
    way.door.ask(request, { ...call, read: ({ text }): unknown => JSON.parse(text) })
  scripts[0] = [
    { kind: 'text', text: 'no JSON' },
    { kind: 'text', text: '{"a":1}' },
  ]
  expect(await ask(doorOf())).toEqual({ a: 1 })
  await expect(ask(doorOf({ only: 1 }))).rejects.toMatchObject({ code: 'model-malformed' })
})

test('all tries together have one time, and the answer a most of tokens', async () => {
  scripts[0] = [busy(), { kind: 'silent' }]
  expect((await listen(doorOf({ totalMs: 1_000 }))).code).toBe('model-timed-out')
  expect(fakes[0]?.requests[0]?.body.max_completion_tokens).toBe(16_000)
})

test('so many are asked for at once, some wait, and the rest are told that it is busy', async () => {
  scripts[0] = Array.from({ length: 4 }, () => ({
    kind: 'text',
    text: 'abcdef',
    charactersEach: 1,
    everyMs: 10,
  }))
  const way = doorOf({ only: 1, atOnce: 2, waiting: 1 })
  const ends = await Promise.all([listen(way), listen(way), listen(way), listen(way)])
  expect(ends.map(({ code }) => code)).toEqual([null, null, null, 'model-busy'])
  expect(asked()[0]).toBe(3)
  // Everybody has left again.
  expect((await listen(way)).code).toBeNull()
})

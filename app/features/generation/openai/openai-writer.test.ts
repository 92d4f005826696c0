import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { exampleInput, exampleSource, writeAll } from '#tests/fakes/openai/example-input.ts'
import { type FakeOpenAi, type FakeOpenAiOptions, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { createOpenAiWriter, type WriterNote } from './openai-writer.ts'

let fake: FakeOpenAi | null = null
afterEach(async () => {
  await fake?.close()
  fake = null
})

async function connect(options: FakeOpenAiOptions, notes: WriterNote[] = []) {
  fake = await startFakeOpenAi(options)
  return createOpenAiWriter({
    apiKey: fake.apiKey,
    baseUrl: fake.url,
    model: 'test-model',
    drainMs: 100,
    onNote: (note) => notes.push(note),
  })
}

const url = 'https://example.com/harbour'
const tweets = [
  {
    text: 'A town dug itself a new harbour in 1911.',
    quotes: ['In 1911 the town of Vell dug a new harbour'],
  },
  { text: 'It cost three times the plan.', quotes: ['three times what the council had planned', 'made up'] },
  { text: 'The shops followed the boats.', quotes: ['half of the shops had followed the boats north'] },
  {
    text: 'The old basin is a pool.',
    quotes: ['Today the old basin is a swimming pool. "We never filled it in,"'],
  },
]

test('a thread comes with its passages, ends with the address, and tells who wrote it', async () => {
  const writer = await connect({ script: [{ kind: 'tweets', tweets }] })
  const input = exampleInput()
  const { events, error } = await writeAll(writer, input)
  expect(error).toBeNull()
  expect(writer.name).toBe('openai')
  expect(events.map(({ type }) => type)).toEqual([
    'planned',
    'tweet',
    'tweet',
    'tweet',
    'tweet',
    'written-by',
  ])
  expect(events[0]).toEqual({ type: 'planned', tweets: null })
  const written = events.flatMap((event) => (event.type === 'tweet' ? [event.tweet] : []))
  expect(written.map(({ text }) => text)).toEqual([
    ...tweets.slice(0, 3).map(({ text }) => text),
    `The old basin is a pool.\n\n${url}`,
  ])
  const passages = written.map(({ spans }) =>
    spans.map(({ start, end }) => input.source.text.slice(start, end)),
  )
  expect(passages).toEqual([
    ['In 1911 the town of Vell dug a new harbour'],
    ['three times what the council had planned'],
    ['half of the shops had followed the boats north'],
    ['Today the old basin is a swimming pool. “We never filled it in,”'],
  ])
  expect(events.at(-1)).toEqual({
    type: 'written-by',
    model: 'test-model',
    promptVersion: expect.stringMatching(/^thread-/),
  })
})

test('what is sent is accepted by the strict schema, is streamed, and uses no tools', async () => {
  const writer = await connect({})
  const { error } = await writeAll(writer, exampleInput())
  expect(error).toBeNull()
  const [request] = fake!.requests
  expect(request?.body).toMatchObject({
    model: 'test-model',
    stream: true,
    stream_options: { include_usage: true },
    response_format: { type: 'json_schema', json_schema: { strict: true } },
  })
  expect(request?.body).not.toHaveProperty('tools')
})

test('the first tweet is shown while the model still writes the second', async () => {
  const gate = Promise.withResolvers<void>()
  const json = JSON.stringify({ tweets })
  const end = json.indexOf('}') + 1
  const writer = createOpenAiWriter({
    apiKey: 'unused',
    model: 'unused',
    client: {
      async *stream() {
        yield { type: 'text', text: json.slice(0, end) }
        await gate.promise
        yield { type: 'text', text: json.slice(end) }
        yield { type: 'end', model: 'unused' }
      },
      ask: () => {
        throw new Error('not asked')
      },
    },
  })
  const events = writer.write(exampleInput())[Symbol.asyncIterator]()
  await events.next()
  expect((await events.next()).value).toMatchObject({ type: 'tweet', tweet: { text: tweets[0]?.text } })
  gate.resolve()
  const rest = []
  for (let next = await events.next(); !next.done; next = await events.next()) rest.push(next.value.type)
  expect(rest).toEqual(['tweet', 'tweet', 'tweet', 'written-by'])
})

test('tweets are read off the wire before the response ends', async () => {
  const writer = await connect({ script: [{ kind: 'tweets', tweets, stallAtByte: 2_500 }] })
  const stop = new AbortController()
  const seen: string[] = []
  try {
    for await (const event of writer.write(exampleInput({ signal: stop.signal }))) {
      seen.push(event.type)
      if (event.type === 'tweet') stop.abort()
    }
  } catch {}
  expect(seen).toEqual(['planned', 'tweet'])
  expect(await fake!.requests[0]!.over).toBe('client-gone')
})

test('the last tweet is given when the list of them ends, and what is wrong with the answer is told after it', async () => {
  const text = JSON.stringify({ tweets })
  const writer = await connect({ script: [{ kind: 'text', text, finish: 'content_filter' }] })
  const { tweets: written, events, error } = await writeAll(writer, exampleInput())
  expect(written).toHaveLength(tweets.length)
  expect(events.at(-1)?.type).toBe('tweet')
  expect(error).toMatchObject({ code: 'model-refused' })
})

test.each([1, 3, 7])('a response torn into writes of %i bytes gives the same thread', async (bytesEach) => {
  const wide = tweets.map(({ text, quotes }) => ({ text: `${text} 🐦‍🔥 é 日本`, quotes }))
  const writer = await connect({ script: [{ kind: 'tweets', tweets: wide, bytesEach, charactersEach: 9 }] })
  const { tweets: written, error } = await writeAll(writer, exampleInput())
  expect(error).toBeNull()
  expect(written.map(({ text }) => text.replace(`\n\n${url}`, ''))).toEqual(wide.map(({ text }) => text))
})

describe('the number of tweets', () => {
  test('stops at the number that was asked for', async () => {
    const writer = await connect({ script: [{ kind: 'tweets', tweets }] })
    const { events, tweets: written } = await writeAll(writer, exampleInput({ options: { length: 3 } }))
    expect(events[0]).toEqual({ type: 'planned', tweets: 3 })
    expect(written.map(({ text }) => text)).toEqual([
      tweets[0]?.text,
      tweets[1]?.text,
      `The shops followed the boats.\n\n${url}`,
    ])
    expect(events.at(-1)).toMatchObject({ type: 'written-by', model: 'test-model' })
  })

  test.each([1, 2])('never goes beyond an upper bound of %i, and need not reach it', async (atMost) => {
    const writer = await connect({ respond: () => ({ kind: 'tweets', tweets }) })
    const { events, tweets: written, error } = await writeAll(writer, exampleInput({ options: { atMost } }))
    expect(error).toBeNull()
    expect(events[0]).toEqual({ type: 'planned', tweets: null })
    expect(written).toHaveLength(atMost)
    expect(written.at(-1)?.text).toBe(`${tweets[atMost - 1]?.text}\n\n${url}`)
    expect((await writeAll(writer, exampleInput({ options: { atMost: 9 } }))).tweets).toHaveLength(4)
    expect(JSON.stringify(fake!.requests.at(-1)!.body)).toContain('at most 9')
  })

  test('does not wait for the end of an answer that goes on and on', async () => {
    const json = JSON.stringify({ tweets })
    const writer = await connect({
      script: [{ kind: 'text', text: json, charactersEach: json.length, stallAtByte: json.length + 500 }],
    })
    const { tweets: written, error } = await writeAll(writer, exampleInput({ options: { length: 3 } }))
    expect(error).toBeNull()
    expect(written).toHaveLength(3)
    expect(await fake!.requests[0]!.over).toBe('client-gone')
  })

  test('accepts fewer than asked from three on, and notes it', async () => {
    const notes: WriterNote[] = []
    const writer = await connect({ script: [{ kind: 'tweets', tweets }] }, notes)
    const { tweets: written, error } = await writeAll(writer, exampleInput({ options: { length: 9 } }))
    expect(error).toBeNull()
    expect(written).toHaveLength(4)
    expect(notes).toEqual([{ note: 'fewer-than-asked', asked: 9, written: 4 }])
  })

  test('refuses fewer than three of a source that holds more', async () => {
    const writer = await connect({ script: [{ kind: 'tweets', tweets: tweets.slice(0, 2) }] })
    const { error } = await writeAll(writer, exampleInput({ options: { length: 9 } }))
    expect(error).toMatchObject({ code: 'model-too-few', retryable: true })
  })

  test('accepts one tweet of a source that holds no more', async () => {
    const source = exampleSource(['The new harbour opened in 1915.'], { url: null })
    const writer = await connect({
      script: [{ kind: 'tweets', tweets: [{ text: 'The new harbour opened in 1915.', quotes: [] }] }],
    })
    const { tweets: written, error } = await writeAll(
      writer,
      exampleInput({ source, options: { length: 9 } }),
    )
    expect(error).toBeNull()
    expect(written).toHaveLength(1)
  })

  test('an answer without a tweet is a failure', async () => {
    const writer = await connect({ script: [{ kind: 'tweets', tweets: [] }] })
    expect((await writeAll(writer, exampleInput())).error).toMatchObject({
      code: 'model-malformed',
      retryable: true,
    })
  })

  test('a tweet that is said twice is given once', async () => {
    const writer = await connect({
      script: [{ kind: 'tweets', tweets: [...tweets.slice(0, 3), tweets[1]!, tweets[3]!] }],
    })
    expect((await writeAll(writer, exampleInput())).tweets).toHaveLength(4)
  })
})

test('the closing line ends the thread, before the address, also when the model forgets it', async () => {
  const writer = await connect({ script: [{ kind: 'tweets', tweets }] })
  const { tweets: written } = await writeAll(
    writer,
    exampleInput({ options: { callToAction: 'Tell a friend.' } }),
  )
  expect(written.at(-1)?.text).toBe(`The old basin is a pool.\n\nTell a friend.\n\n${url}`)
})

test('a full last tweet is followed by one with the title and the address, shown where the title stands', async () => {
  const full = { text: 'The old basin is a pool. '.repeat(11).trim(), quotes: [] }
  const writer = await connect({ script: [{ kind: 'tweets', tweets: [...tweets.slice(0, 2), full] }] })
  const { tweets: written } = await writeAll(writer, exampleInput())
  expect(written.at(-2)?.text).toBe(full.text)
  expect(written.at(-1)).toEqual({ text: `The harbour that moved\n\n${url}`, spans: [{ start: 0, end: 22 }] })
})

test('cancelling closes the connection and ends the writing', async () => {
  const writer = await connect({ script: [{ kind: 'thread', everyMs: 20 }] })
  const stop = new AbortController()
  const writing = writeAll(writer, exampleInput({ signal: stop.signal }))
  while (fake!.requests.length === 0) await sleep(5)
  stop.abort(new Error('cancelled'))
  expect((await writing).error).toMatchObject({ code: 'model-stopped', retryable: true })
  expect(await fake!.requests[0]!.over).toBe('client-gone')
})

test('a reader who stops listening closes the connection', async () => {
  const writer = await connect({ script: [{ kind: 'thread', everyMs: 20 }] })
  for await (const event of writer.write(exampleInput())) if (event.type === 'tweet') break
  expect(await fake!.requests[0]!.over).toBe('client-gone')
})

test('what is cancelled before it begins is never sent', async () => {
  const writer = await connect({})
  const { events, error } = await writeAll(writer, exampleInput({ signal: AbortSignal.abort() }))
  expect(events).toEqual([])
  expect(error).toMatchObject({ code: 'model-stopped' })
  expect(fake!.requests).toHaveLength(0)
})

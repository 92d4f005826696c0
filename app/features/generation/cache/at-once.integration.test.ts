import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { writeAll } from '#tests/fakes/openai/example-input.ts'
import { cachedWriting, countingWriter, inputOf, threadOfTime } from '#tests/setup/cached-writing.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import type { WriterEvent } from '../writer.ts'

const database = cloneTestDatabase()
const { inProcess } = cachedWriting(database)

/** A writer that writes one tweet and goes on when it is let. */
function heldWriter() {
  const go = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const counted = countingWriter(async function* (time, signal) {
    yield* untilHeld(threadOfTime(time), 2)
    begun.resolve()
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
    await Promise.race([go.promise, stopped])
    yield* rest(threadOfTime(time), 2)
  })
  return { ...counted, begun: begun.promise, go: go.resolve }
}

async function* untilHeld(events: AsyncIterable<WriterEvent>, count: number) {
  let at = 0
  for await (const event of events) {
    if (at === count) return
    at += 1
    yield event
  }
}

async function* rest(events: AsyncIterable<WriterEvent>, count: number) {
  let at = 0
  for await (const event of events) {
    at += 1
    if (at > count) yield event
  }
}

describe('fifty who ask for the same at once', () => {
  test.each([
    ['one process', 1],
    ['five processes', 5],
  ])('are answered by one writing, in %s', async (name, processes) => {
    const { writer, asked } = countingWriter(async function* (time) {
      yield* untilHeld(threadOfTime(time), 2)
      await sleep(300)
      yield* rest(threadOfTime(time), 2)
    })
    const writers = Array.from({ length: processes }, () => inProcess(writer))
    const all = await Promise.all(
      Array.from({ length: 50 }, async (_, at) => {
        const mine = writers[at % processes]
        if (!mine) throw new Error('no process')
        return writeAll(mine, inputOf(`fifty in ${name}`))
      }),
    )
    expect(asked.times).toBe(1)
    expect(new Set(all.map(({ tweets }) => JSON.stringify(tweets))).size).toBe(1)
    expect(all.filter(({ events }) => events[0]?.type === 'cached')).toHaveLength(49)
    const { rows } = await database.owner.pool.query('select count(*)::int as claims from thread_claims')
    expect(rows[0].claims).toBe(0)
  })

  test('see tweet by tweet where they are the one who writes', async () => {
    const { writer, begun, go } = heldWriter()
    const events = inProcess(writer).write(inputOf('tweet by tweet'))[Symbol.asyncIterator]()
    expect((await events.next()).value).toEqual({ type: 'planned', tweets: 3 })
    expect((await events.next()).value).toMatchObject({ type: 'tweet' })
    const third = events.next()
    await begun
    go()
    expect((await third).value).toMatchObject({ type: 'tweet' })
    await events.return?.()
  })
})

describe.each([
  ['in the same process', true],
  ['in another process', false],
])('who waits for another’s writing %s', (where, isSame) => {
  test('can be stopped, which does not stop the writing', async () => {
    const { writer, asked, begun, go } = heldWriter()
    const here = inProcess(writer)
    const there = isSame ? here : inProcess(writer)
    const first = writeAll(here, inputOf(`stopped ${where}`))
    await begun
    const stop = new AbortController()
    const second = writeAll(there, inputOf(`stopped ${where}`, { signal: stop.signal }))
    await sleep(100)
    stop.abort(new Error('stopped by its person'))
    expect(await second).toMatchObject({ tweets: [], error: { message: 'stopped by its person' } })
    go()
    expect((await first).tweets).toHaveLength(3)
    expect(asked.times).toBe(1)
  })

  test('writes when that one is stopped or fails', async () => {
    const { writer, asked, begun, go } = heldWriter()
    const here = inProcess(writer)
    const there = isSame ? here : inProcess(writer)
    const stop = new AbortController()
    const first = writeAll(here, inputOf(`failed ${where}`, { signal: stop.signal }))
    await begun
    const second = writeAll(there, inputOf(`failed ${where}`))
    await sleep(100)
    stop.abort(new Error('stopped by its person'))
    expect(await first).toMatchObject({ error: { message: 'stopped by its person' } })
    go()
    expect((await second).tweets[0]?.text).toContain('writing 2')
    expect(asked.times).toBe(2)
  })

  test('writes when that one is left in the middle', async () => {
    const { writer, asked, begun, go } = heldWriter()
    const here = inProcess(writer)
    const there = isSame ? here : inProcess(writer)
    const events = here.write(inputOf(`left ${where}`))[Symbol.asyncIterator]()
    await events.next()
    await events.next()
    const second = writeAll(there, inputOf(`left ${where}`))
    await sleep(100)
    await events.return?.()
    await begun
    go()
    expect((await second).tweets[0]?.text).toContain('writing 2')
    expect(asked.times).toBe(2)
  })
})

test('a writer whose process died is waited for only for seconds', async () => {
  const { pool } = database.owner
  const { writer: endless, begun } = heldWriter()
  const dying = inProcess(endless).write(inputOf('a death'))[Symbol.asyncIterator]()
  await dying.next()
  await dying.next()
  dying.next().catch(() => {})
  await begun
  // What it leaves when it is killed: a claim that nobody renews, since this holder is nobody.
  const { rows } = await pool.query(
    `update thread_claims set holder = gen_random_uuid() returning until > now() as holds, until - now() < interval '6 s' as briefly`,
  )
  expect(rows).toEqual([{ holds: true, briefly: true }])
  const { writer, asked } = countingWriter()
  expect((await writeAll(inProcess(writer), inputOf('a death'))).tweets).toHaveLength(3)
  expect(asked.times).toBe(1)
})

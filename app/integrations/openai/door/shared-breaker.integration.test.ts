import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDatabase } from '#app/platform/db.server.ts'
import { createSharedBreaker } from '#app/platform/resilience/shared-breaker.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import type { ModelDoor } from './door.ts'
import { openModelDoor } from './open-door.ts'

const database = cloneTestDatabase()
let behaviour: Behaviour = { kind: 'error', status: 500 }
let fake: FakeOpenAi
beforeEach(async () => {
  behaviour = { kind: 'error', status: 500 }
  fake = await startFakeOpenAi({ respond: () => behaviour })
})
afterEach(() => fake.close())

/** A door as a process has it: with a pool and a breaker of its own, on the database that all share. */
const processDoor = (given: { tries?: number } = {}) =>
  openModelDoor({
    pool: database.app.pool,
    first: { apiKey: fake.apiKey, baseUrl: fake.url, model: 'test-model' },
    fallback: null,
    tries: 1,
    wait: async () => {},
    // On a busy machine a new connection may take longer than a request would wait for one.
    breaker: { trustMs: 0, patienceMs: 20_000 },
    ...given,
  })

const request = {
  messages: [{ role: 'user' as const, content: 'Say something.' }],
  answer: {
    name: 'said',
    schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
  },
}
async function ask(door: ModelDoor, signal = new AbortController().signal): Promise<string> {
  const call = { signal, purpose: 'test', spend: null, read: ({ text }: { text: string }) => text }
  return door.ask(request, call).catch((error: { code: string }) => error.code)
}
const inTurn = async (doors: ModelDoor[]) => {
  const ends: string[] = []
  for (const door of doors) ends.push(await ask(door))
  return ends
}
/** Moves the database's time on, as far as breakers go. */
const pass = (seconds: number) =>
  database.owner.pool.query(
    `update circuit_breakers set opened_at = opened_at - $1 * interval '1 s', probe_until = probe_until - $1 * interval '1 s'`,
    [seconds],
  )

describe('a breaker that processes share', () => {
  test('opens at the fifth failure in a row, whoever had them, and then nobody asks the model', async () => {
    const [a, b] = [processDoor(), processDoor()]
    expect(await inTurn([a, b, a, b])).toEqual(Array(4).fill('model-unavailable'))
    expect(await inTurn([a, a, b])).toEqual(['model-unavailable', 'model-resting', 'model-resting'])
    expect(fake.requests).toHaveLength(5)
  })

  test('lets exactly one through 60 s later, whichever process asks, and is closed when that one succeeds', async () => {
    const [a, b] = [processDoor(), processDoor()]
    await inTurn([a, a, a, a, a])
    await pass(59)
    expect(await inTurn([a, b])).toEqual(['model-resting', 'model-resting'])
    await pass(1)
    behaviour = { kind: 'silent' }
    const stop = new AbortController()
    const ends: string[] = []
    const all = Array.from({ length: 20 }, (_, index) =>
      ask(index % 2 ? a : b, stop.signal).then((end) => ends.push(end)),
    )
    await vi.waitFor(() => expect(ends).toEqual(Array(19).fill('model-resting')), 20_000)
    expect(fake.requests).toHaveLength(6)
    stop.abort()
    await Promise.all(all)
    behaviour = { kind: 'text', text: 'Back.' }
    expect(await inTurn([a, b])).toEqual(['Back.', 'Back.'])
  })

  test('stays open for another 60 s when that one fails', async () => {
    const [a, b] = [processDoor(), processDoor()]
    await inTurn([a, a, a, a, a])
    await pass(61)
    expect(await inTurn([b, a, b])).toEqual(['model-unavailable', 'model-resting', 'model-resting'])
    await pass(59)
    expect(await ask(a)).toBe('model-resting')
    await pass(2)
    expect(await ask(a)).toBe('model-unavailable')
  })

  test('passes the one on when it was stopped, and when its process is gone', async () => {
    const door = processDoor()
    await inTurn(Array(5).fill(door))
    await pass(61)
    behaviour = { kind: 'silent' }
    expect(await ask(door, AbortSignal.timeout(100))).toBe('model-stopped')
    const lost = createSharedBreaker({
      pool: database.app.pool,
      name: `${new URL(fake.url).host}/v1 test-model`,
    })
    expect((await lost.enter()).state).toBe('probe')
    expect(await ask(door)).toBe('model-resting')
    await pass(361)
    behaviour = { kind: 'text', text: 'Back.' }
    expect(await ask(door)).toBe('Back.')
  })

  test('counts anew after a success, and what tells nothing of the model neither counts nor clears', async () => {
    const door = processDoor()
    const four = Array<ModelDoor>(4).fill(door)
    await inTurn(four)
    behaviour = { kind: 'text', text: 'Well.' }
    expect(await ask(door)).toBe('Well.')
    behaviour = { kind: 'error', status: 500 }
    await inTurn(four)
    behaviour = { kind: 'error', status: 401 }
    await inTurn(four)
    behaviour = { kind: 'refusal' }
    expect(await ask(door)).toBe('model-refused')
    behaviour = { kind: 'error', status: 429 }
    expect(await inTurn([...four, door, door])).toEqual([...Array(5).fill('model-busy'), 'model-resting'])
  })

  test('ends the tries of one answer too', async () => {
    expect(await ask(processDoor({ tries: 9 }))).toBe('model-resting')
    expect(fake.requests).toHaveLength(5)
  })

  test('is one for each model', async () => {
    const name = randomUUID()
    const [one, other] = [name, `${name}-other`].map((each) =>
      createSharedBreaker({ pool: database.app.pool, name: each, failuresToOpen: 1 }),
    )
    await (await one!.enter()).failed()
    expect((await one!.enter()).state).toBe('open')
    expect((await other!.enter()).state).toBe('closed')
  })
})

test('a failure that comes late does not make the rest longer, and a success that comes late does not end it', async () => {
  const breaker = createSharedBreaker({ pool: database.app.pool, name: randomUUID(), trustMs: 0 })
  const entries = await Promise.all(Array.from({ length: 7 }, () => breaker.enter()))
  for (const entry of entries.slice(0, 5)) await entry.failed()
  await pass(50)
  await entries[5]?.failed()
  await entries[6]?.worked()
  expect((await breaker.enter()).state).toBe('open')
  await pass(11)
  expect((await breaker.enter()).state).toBe('probe')
})

test('"closed" is taken for granted for a moment, but not after a failure of its own', async () => {
  const name = randomUUID()
  let now = 0
  const slow = createSharedBreaker({ pool: database.app.pool, name, trustMs: 1000, now: () => now })
  const other = createSharedBreaker({ pool: database.app.pool, name, failuresToOpen: 1, trustMs: 0 })
  expect((await slow.enter()).state).toBe('closed')
  await (await other.enter()).failed()
  const entry = await slow.enter()
  expect(entry.state).toBe('closed')
  now = 1001
  expect((await slow.enter()).state).toBe('open')
  now = 500
  await entry.failed()
  expect((await slow.enter()).state).toBe('open')
})

test('where the database can not be asked, or not in time, the model is tried', async () => {
  const troubles: unknown[] = []
  const gone = createDatabase({
    url: 'postgres://x@127.0.0.1:1/x',
    poolMax: 1,
    name: 'gone',
    logger: database.logger,
  })
  const onTrouble = (error: unknown) => troubles.push(error)
  const entry = await createSharedBreaker({ pool: gone.pool, name: 'any', onTrouble }).enter()
  expect(entry.state).toBe('unknown')
  await entry.failed()
  expect(troubles.length).toBeGreaterThan(0)
  await gone.close()
})

test('a probe that the database gives too late to be used is passed on', async () => {
  const name = randomUUID()
  const breaker = (patienceMs: number) =>
    createSharedBreaker({ pool: database.app.pool, name, failuresToOpen: 1, trustMs: 0, patienceMs })
  await (await breaker(20_000).enter()).failed()
  await pass(61)
  const client = await database.owner.pool.connect()
  await client.query('begin')
  await client.query('lock table circuit_breakers in access exclusive mode')
  expect((await breaker(50).enter()).state).toBe('unknown')
  await client.query('rollback')
  client.release()
  await vi.waitFor(async () => expect((await breaker(20_000).enter()).state).toBe('probe'), 20_000)
})

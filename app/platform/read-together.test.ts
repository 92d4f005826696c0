import pg from 'pg'
import { expect, test } from 'vitest'
import { readingTogether } from './read-together.server.ts'

const pool = new pg.Pool()

/** What reads as many keys as it is asked for, once it is let; `asked` holds what each statement was for. */
function reads() {
  const asked: (readonly number[])[] = []
  const gates: PromiseWithResolvers<void>[] = []
  const read = readingTogether<number, string>(async (_pool, keys) => {
    asked.push(keys)
    const gate = Promise.withResolvers<void>()
    gates.push(gate)
    await gate.promise
    return keys.map((key) => `row ${key}`)
  })
  return { asked, gates, ask: (key: number) => read(pool, key) }
}

test('what is asked for in one turn is one statement, and each gets its own', async () => {
  const { asked, gates, ask } = reads()
  const answers = Promise.all([ask(3), ask(1), ask(3)])
  await expect.poll(() => asked).toEqual([[3, 1, 3]])
  gates[0]?.resolve()
  expect(await answers).toEqual(['row 3', 'row 1', 'row 3'])
})

test('what comes later is read anew, and waits for no statement that is under way', async () => {
  const { asked, gates, ask } = reads()
  const first = ask(1)
  await expect.poll(() => asked.length).toBe(1)
  const second = ask(1)
  await expect.poll(() => asked).toEqual([[1], [1]])
  gates[1]?.resolve()
  expect(await second).toBe('row 1')
  gates[0]?.resolve()
  expect(await first).toBe('row 1')
})

test('where a statement fails, those who asked together hear of it, and nobody after them', async () => {
  const { asked, gates, ask } = reads()
  const failed = Promise.allSettled([ask(1), ask(2)])
  await expect.poll(() => asked.length).toBe(1)
  gates[0]?.reject(new Error('the connection is lost'))
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const next = ask(1)
  await expect.poll(() => asked.length).toBe(2)
  gates[1]?.resolve()
  expect(await next).toBe('row 1')
})

test('no statement asks for more than a hundred rows', async () => {
  const { asked, gates, ask } = reads()
  const answers = Promise.all(Array.from({ length: 250 }, (_, key) => ask(key)))
  await expect.poll(() => asked.map(({ length }) => length)).toEqual([100, 100, 50])
  for (const gate of gates) gate.resolve()
  expect(await answers).toHaveLength(250)
})

import { expect, test } from 'vitest'
import { drawDeed } from './person.ts'
import { deedsAnHour, timesOf } from './person-model.ts'
import { createRecorder } from './recorder.ts'

test('what fails is told from the beginning, what is refused apart, and times once all are there', () => {
  const recorder = createRecorder()
  recorder.answered('page', 5, 200)
  recorder.answered('page', 5, 502)
  recorder.beginMeasuring()
  for (const [ms, status] of [
    [1, 200],
    [3, 302],
    [2, 204],
    [9, 429],
    [9, 409],
    [9, 500],
    [9, 404],
  ] as const)
    recorder.answered('page', ms, status)
  recorder.broke('page', 'no answer')
  const told = recorder.told()
  expect(told.requests.page).toEqual({ count: 3, p50: 2, p95: 3, p99: 3 })
  expect(told.apart).toEqual({ 'page: 429': 1, 'page: 409': 1 })
  expect(told.failures).toEqual({ 'page: 502': 1, 'page: 500': 1, 'page: 404': 1, 'page: no answer': 1 })
  expect(timesOf([]).count).toBe(0)
})

test('deeds are drawn as often as they are done in an hour', () => {
  const drawn: Record<string, number> = {}
  const all = 2_100
  for (let at = 0; at < all; at += 1) {
    const deed = drawDeed(() => at / all)
    drawn[deed] = (drawn[deed] ?? 0) + 1
  }
  expect(drawn).toEqual(
    Object.fromEntries(Object.entries(deedsAnHour).map(([name, rate]) => [name, rate * 100])),
  )
})

import { expect, test } from 'vitest'
import { timeBySteps } from './time-by-step.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 26, 12, 0, second))
const event = (second: number, kind: string, data: unknown = {}) => ({ kind, data, at: at(second) })

test('each step is told with its time, the wait for a worker and for the owner included', () => {
  const events = [
    event(1, 'started'),
    event(1, 'step', { step: 'fetching' }),
    event(3, 'step', { step: 'reading' }),
    event(4, 'source-read'),
    event(6, 'plan-waiting'),
    event(26, 'plan-chosen'),
    event(27, 'started'),
    event(27, 'source-read'),
    event(28, 'planned'),
    event(30, 'tweet'),
    event(35, 'step', { step: 'checking' }),
    event(36, 'repaired'),
    event(37, 'ready'),
  ]
  expect(timeBySteps(at(0), events)).toEqual([
    { step: 'queue', durationMs: 2_000 },
    { step: 'fetching', durationMs: 2_000 },
    { step: 'reading', durationMs: 1_000 },
    { step: 'planning', durationMs: 3_000 },
    { step: 'owner', durationMs: 20_000 },
    { step: 'writing', durationMs: 7_000 },
    { step: 'checking', durationMs: 2_000 },
  ])
})

test('runs that failed are added up, and what is under way has no time yet', () => {
  const events = [
    event(2, 'started'),
    event(2, 'source-read'),
    event(3, 'planned'),
    event(8, 'requeued'),
    event(10, 'started'),
    event(10, 'planned'),
  ]
  const times = timeBySteps(at(0), events)
  expect(times).toContainEqual({ step: 'queue', durationMs: 4_000 })
  expect(times).toContainEqual({ step: 'writing', durationMs: 5_000 })
})

test('events of a later version, and clocks that go back, do no harm', () => {
  const events = [
    event(1, 'started'),
    event(2, 'step', { step: 'dreaming' }),
    event(3, 'novelty'),
    event(0, 'ready'),
  ]
  expect(timeBySteps(at(0), events)).toEqual([
    { step: 'queue', durationMs: 1_000 },
    { step: 'reading', durationMs: 0 },
  ])
})

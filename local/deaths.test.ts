import { expect, test, vi } from 'vitest'
import { minutes } from '#app/platform/durations.ts'
import { countDeaths } from './deaths.ts'

test('five deaths in ten minutes are borne, the sixth is not; older ones are forgotten', () => {
  vi.useFakeTimers()
  const died = countDeaths()
  for (let count = 0; count < 5; count += 1) expect(died()).toBeNull()
  vi.advanceTimersByTime(minutes(11))
  for (let count = 0; count < 5; count += 1) expect(died()).toBeNull()
  expect(died()).toBe(6)
  vi.useRealTimers()
})

import { expect, test } from 'vitest'
import { createLag } from './lag.ts'
import { positionSchema, positionText } from './position.ts'

test('how old what a standby has is at most, by the newest look at the primary that it has replayed', () => {
  const lag = createLag()
  lag.note(100n, 1_000)
  lag.note(200n, 2_000)
  lag.note(200n, 3_000)
  lag.note(300n, 4_000)
  expect(lag.of(100n, 4_001)).toBe(3_001)
  expect(lag.of(250n, 4_001)).toBe(1_001)
  expect(lag.of(300n, 4_001)).toBe(1)
})

test('of one that was behind before the first look nothing can be told', () => {
  const lag = createLag()
  lag.note(100n, 1_000)
  expect(lag.of(99n, 1_001)).toBe(null)
  lag.note(150n, 2_000)
  expect(lag.of(120n, 9_000)).toBe(8_000)
})

test('places in the log compare as numbers, not as they are written', () => {
  const [low, high] = ['9/FFFFFFFF', '16/B374D848'].map((text) => positionSchema.parse(text))
  expect(low !== undefined && high !== undefined && low < high).toBe(true)
  expect(positionText(positionSchema.parse('16/B374D848'))).toBe('16/B374D848')
  expect(positionSchema.safeParse('16/B374D848; drop').success).toBe(false)
})

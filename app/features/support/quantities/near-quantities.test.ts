import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameQuantity } from './agree.ts'
import { nearQuantities } from './near-quantities.ts'
import type { Quantity } from './quantity.ts'

const value = fc.oneof(
  fc.constantFrom(0, 0.33, 1 / 3, 0.5, 1, 3, 33, 34, 1000, 1609, 1_234_567, 1_200_000),
  fc.double({ min: 0, max: 2000, noNaN: true }),
)
const quantity: fc.Arbitrary<Quantity> = fc.record({
  start: fc.constant(0),
  end: fc.constant(1),
  values: fc.oneof(
    value.map((one) => [one]),
    fc.tuple(value, value),
  ),
  unit: fc.constantFrom(null, 'km', 'm', 'mi', '%', 'kg', 'h', 'min'),
  currency: fc.constant(null),
  rounded: fc.constantFrom(null, 'about', 'over', 'under'),
  isScaled: fc.boolean(),
  isOrdinal: fc.constant(false),
  isWord: fc.constant(false),
  isOfShare: fc.constant(false),
  dayHalf: fc.constant(null),
  per: fc.constant(null),
})

test('no number of a source that a claim may mean is left out, and they keep their order', () => {
  const same = fc.property(fc.array(quantity, { maxLength: 30 }), quantity, (source, claim) => {
    const placed = source.map((one, sentence) => ({ sentence, quantity: one }))
    const meant = placed.filter((one) => sameQuantity(claim, one.quantity))
    expect(nearQuantities(placed)(claim).filter((one) => sameQuantity(claim, one.quantity))).toEqual(meant)
  })
  fc.assert(same, { numRuns: 3000 })
})

test('numbers that are far from a claim are not looked at', () => {
  const bare = (number: number): Quantity => ({
    start: 0,
    end: 1,
    values: [number],
    unit: null,
    currency: null,
    rounded: null,
    isScaled: false,
    isOrdinal: false,
    isWord: false,
    isOfShare: false,
    dayHalf: null,
    per: null,
  })
  const placed = [900, 5, 100, 70, 110].map((number, sentence) => ({ sentence, quantity: bare(number) }))
  expect(nearQuantities(placed)(bare(100)).map(({ quantity }) => quantity.values[0])).toEqual([100, 110])
})

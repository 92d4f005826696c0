import { expect, test } from 'vitest'
import NothingHere, { action, loader } from './$.tsx'

test('an address that nothing has is answered with 404, however it is asked', () => {
  for (const ask of [loader, action]) {
    expect(() => ask()).toThrow(expect.objectContaining({ status: 404 }))
  }
  expect(NothingHere()).toBeNull()
})

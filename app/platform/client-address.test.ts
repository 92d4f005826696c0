import { describe, expect, test } from 'vitest'
import { coarseAddress, countedAddress } from './client-address.ts'

describe('an address is counted', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
    ['nonsense', 'unknown'],
    ['', 'unknown'],
  ])('%s as %s', (address, counted) => {
    expect(countedAddress(address)).toBe(counted)
  })
})

describe('an address is kept coarsely', () => {
  test.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['nonsense', null],
  ])('%s as %s', (address, coarse) => {
    expect(coarseAddress(address)).toBe(coarse)
  })
})

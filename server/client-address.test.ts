import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

/** A request from 198.51.100.1, which is a proxy where one is trusted. */
function from(forwardedFor?: string) {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: '198.51.100.1' })
  return { socket, headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor } }
}

describe('the address a request is counted for', () => {
  test.each([
    ['without a proxy is the one that connects', 0, undefined, '198.51.100.1'],
    ['without a proxy is that, whatever the header claims', 0, '203.0.113.7', '198.51.100.1'],
    ['behind one proxy is what that was called from', 1, '203.0.113.7', '203.0.113.7'],
    ['behind one is that, whatever was claimed before it', 1, '1.1.1.1, 2.2.2.2, 203.0.113.7', '203.0.113.7'],
    ['behind two is what the outer one was called from', 2, '1.1.1.1, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    ['is the sender’s own where it did not come through all proxies', 2, '203.0.113.7', '198.51.100.1'],
    ['is the sender’s own where the header holds none', 1, 'unknown', '198.51.100.1'],
    ['is the sender’s own where there is no header', 1, undefined, '198.51.100.1'],
    ['loses its port', 1, '203.0.113.7:4711', '203.0.113.7'],
    ['loses its port and brackets', 1, '[2001:db8::1]:4711', '2001:db8::1'],
  ])('%s', (_, proxies, header, address) => {
    expect(clientAddress(from(header), proxies)).toBe(address)
  })
})

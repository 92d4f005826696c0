import { expect, test } from 'vitest'
import { isLocalName, isPublicAddress } from './addresses.ts'

test.each(['8.8.8.8', '151.101.1.1', '2606:4700::1111', '[2a00:1450:4001:81b::200e]'])(
  '%s is on the open internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test.each([
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '[::1]',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '2002:7f00:1::',
  '2001:0:4136:e378::1',
  '2001:db8::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '4000::1',
  '100::1',
  'not an address',
])('%s is not on the open internet', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test('names that mean something only inside a network are local', () => {
  for (const name of [
    'localhost',
    'LOCALHOST.',
    'a.localhost',
    'nas.local',
    'metadata.google.internal',
    'intranet',
    'router.lan',
  ]) {
    expect(isLocalName(name), name).toBe(true)
  }
  for (const name of ['example.com', 'example.com.', 'local.example.org', 'localhost.example.com']) {
    expect(isLocalName(name), name).toBe(false)
  }
})

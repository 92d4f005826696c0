import { expect, test } from 'vitest'
import { isDisposableAddress } from './disposable-address.server.ts'

test.each(['ada@mailinator.com', 'ada@inbox.mailinator.com', 'ada@Guerrillamail.com', 'a@yopmail.com'])(
  '%s is a mailbox to throw away',
  (email) => expect(isDisposableAddress(email)).toBe(true),
)

test.each([
  'ada@gmail.com',
  'ada@proton.me',
  'ada@example.com',
  'ada@bridgesofmailinator.com',
  'mailinator.com@example.org',
  // Addresses that forward are their owners' for good.
  'ada@duck.com',
  'ada@privaterelay.appleid.com',
  'com',
])('%s is not', (email) => expect(isDisposableAddress(email)).toBe(false))

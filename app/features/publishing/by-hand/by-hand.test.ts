import { describe, expect, test } from 'vitest'
import { intentLink } from './intent-link.ts'
import { statusAddressSchema } from './status-address.ts'

describe('the address of a post on X', () => {
  test.each([
    ['https://x.com/ada/status/1861234567890123456', 'ada'],
    ['https://x.com/ada/status/1861234567890123456?s=46&t=abc', 'ada'],
    ['https://twitter.com/ada/status/1861234567890123456/photo/1', 'ada'],
    ['https://mobile.twitter.com/ada/statuses/1861234567890123456', 'ada'],
    ['  x.com/ada/status/1861234567890123456\n', 'ada'],
    ['https://x.com/i/web/status/1861234567890123456', 'i'],
    ['https://x.com/i/status/1861234567890123456', 'i'],
  ])('%s is taken, without what tracks', (given, name) =>
    expect(statusAddressSchema.parse(given)).toEqual({
      id: '1861234567890123456',
      url: `https://x.com/${name}/status/1861234567890123456`,
    }),
  )

  test.each([
    '',
    'no address',
    'https://x.com/ada',
    'https://x.com/ada/status/abc',
    'https://x.com/ada/status/12345678901234567890123',
    'https://x.com.evil.example/ada/status/1',
    'https://evil.example/x.com/ada/status/1',
    'https://evil.example/?u=https://x.com/ada/status/1',
    'https://x.com@evil.example/ada/status/1',
    'https://ada@x.com/ada/status/1',
    'https://x.com:8443/ada/status/1',
    'javascript:alert(1)//x.com/ada/status/1',
    'ftp://x.com/ada/status/1',
    'https://bsky.app/profile/ada/post/3l',
  ])('%s is refused with what to paste', (given) => {
    const parsed = statusAddressSchema.safeParse(given)
    expect(parsed.error?.issues[0]?.message).toMatch(/^Paste the address of the post on X/)
  })
})

test('X’s page is opened with the text as it is, and as a reply to the post before', () => {
  const text = 'A + B & 100 %\n#tag “x” 🎉'
  const first = new URL(intentLink(text, null))
  expect(first.origin + first.pathname).toBe('https://x.com/intent/post')
  expect([...first.searchParams]).toEqual([['text', text]])
  expect(first.search).not.toContain('+')
  expect(new URL(intentLink(text, '42')).searchParams.get('in_reply_to')).toBe('42')
})

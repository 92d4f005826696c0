import { expect, test } from 'vitest'
import { userAgentOf } from './user-agent.ts'

test('a public Threadr says where it is found, a local one only what it does', () => {
  expect(userAgentOf('https://threadr.example.org/')).toBe(
    'Threadr/1.0 (+https://threadr.example.org; reads single pages that people submit)',
  )
  for (const local of [undefined, 'http://localhost:3000', 'http://10.0.0.7', 'nowhere']) {
    expect(userAgentOf(local)).toBe('Threadr/1.0 (reads single pages that people submit)')
  }
})

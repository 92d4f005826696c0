import { expect, test } from 'vitest'
import { threadTitle } from './thread-title.ts'

test.each([
  [{ title: 'A title', url: 'https://a.example', fileName: null, text: 'Text' }, 'A title'],
  [
    { title: null, url: 'https://a.example', fileName: null, text: 'How it begins\nand goes on' },
    'How it begins',
  ],
  [{ title: null, url: 'https://a.example', fileName: null, text: null }, 'https://a.example'],
  [{ ownTitle: null, title: null, url: null, fileName: 'report.pdf', text: null }, 'report.pdf'],
  [{ ownTitle: null, title: null, url: null, fileName: null, text: ' ' }, 'Untitled'],
])('a thread is called by the first of title, opening and address: %o', (source, title) => {
  expect(threadTitle({ ownTitle: null, ...source })).toBe(title)
})

test('a long opening ends at a word', () => {
  const title = threadTitle({
    ownTitle: null,
    title: null,
    url: null,
    fileName: null,
    text: 'word '.repeat(60),
  })
  expect(title.length).toBeLessThanOrEqual(80)
  expect(title).toMatch(/word…$/)
})

test('a long opening without spaces, or cut after a full stop, is called by its beginning too', () => {
  const called = (text: string) =>
    threadTitle({ ownTitle: null, title: null, url: null, fileName: null, text })
  expect(called('連絡船は毎朝七時半に出る。'.repeat(20))).toHaveLength(80)
  expect(called(`${'word '.repeat(12)}end. ${'more'.repeat(20)}`)).toMatch(/end…$/)
})

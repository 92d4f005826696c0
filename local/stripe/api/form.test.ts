import { expect, test } from 'vitest'
import { readForm } from './form.ts'

const read = (query: string) => readForm(new URLSearchParams(query))

test('reads lists and hashes from bracketed names', () => {
  expect(read('a=1&b[c]=2&b[d][0][e]=3&b[d][1][e]=4&f[]=5&f[]=6&g=')).toEqual({
    a: '1',
    b: { c: '2', d: [{ e: '3' }, { e: '4' }] },
    f: ['5', '6'],
    g: '',
  })
})

test('keeps what a person wrote as it is', () => {
  const words = 'ä & [b]=c + 100 %'
  expect(read(new URLSearchParams({ 'metadata[words]': words }).toString())).toEqual({ metadata: { words } })
})

test('takes no name for more than a name', () => {
  expect(Object.getPrototypeOf(read('__proto__[polluted]=1'))).toBe(Object.prototype)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test.each(['a=1&a=2', 'a=1&a[b]=2', 'a[b=1', '[a]=1', `a${'[b]'.repeat(8)}=1`])('refuses %s', (query) => {
  expect(() => read(query)).toThrow(/Parameter|parameter/)
})

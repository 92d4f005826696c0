import { describe, expect, test } from 'vitest'
import { createSealer } from './sealer.server.ts'

const [old, young] = ['an-older-key-of-the-tests-00000000001', 'a-younger-key-of-the-tests-0000000002']

describe('a sealed secret', () => {
  test('is read again for its purpose, and looks different each time', () => {
    const sealer = createSealer([old])
    const sealed = sealer.seal('seed', 'JBSWY3DPEHPK3PXP')
    expect(sealer.open('seed', sealed)).toBe('JBSWY3DPEHPK3PXP')
    expect(sealer.seal('seed', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed)
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP')
    expect(() => sealer.open('mail', sealed)).toThrow()
  })

  test('is read after its key was followed by another, and not without it', () => {
    const sealed = createSealer([old]).seal('seed', 'a secret')
    expect(createSealer([young, old]).open('seed', sealed)).toBe('a secret')
    expect(() => createSealer([young]).open('seed', sealed)).toThrow('not set here')
    expect(() => createSealer([old]).open('seed', createSealer([young, old]).seal('seed', 'x'))).toThrow()
  })

  test('that was changed is not read at all', () => {
    const sealer = createSealer([old])
    const sealed = sealer.seal('seed', 'a secret')
    const at = sealed.length - 3
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(() => sealer.open('seed', changed)).toThrow()
    expect(() => sealer.open('seed', 'nonsense')).toThrow()
  })
})

test('a digest needs the key, and outlives the coming of another', () => {
  expect(createSealer([young, old]).digest('code', '123456')).toBe(
    createSealer([old]).digest('code', '123456'),
  )
  expect(createSealer([young]).digest('code', '123456')).not.toBe(
    createSealer([old]).digest('code', '123456'),
  )
})

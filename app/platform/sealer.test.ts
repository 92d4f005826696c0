import { describe, expect, test } from 'vitest'
import { createSealer } from './sealer.server.ts'

const [old, young] = ['an-older-key-of-the-tests-00000000001', 'a-younger-key-of-the-tests-0000000002']

describe('a sealed secret', () => {
  test('is read again for its purpose, and looks different each time', () => {
    const sealer = createSealer([old])
    const sealed = sealer.seal('authenticator seed', 'JBSWY3DPEHPK3PXP')
    expect(sealer.open('authenticator seed', sealed)).toBe('JBSWY3DPEHPK3PXP')
    expect(sealer.seal('authenticator seed', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed)
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP')
    expect(() => sealer.open('mail body', sealed)).toThrow()
  })

  test('is read after its key was followed by another, and not without it', () => {
    const sealed = createSealer([old]).seal('authenticator seed', 'a secret')
    expect(createSealer([young, old]).open('authenticator seed', sealed)).toBe('a secret')
    expect(() => createSealer([young]).open('authenticator seed', sealed)).toThrow('not set here')
    expect(() =>
      createSealer([old]).open(
        'authenticator seed',
        createSealer([young, old]).seal('authenticator seed', 'x'),
      ),
    ).toThrow()
  })

  test('that was changed is not read at all', () => {
    const sealer = createSealer([old])
    const sealed = sealer.seal('authenticator seed', 'a secret')
    const at = sealed.length - 3
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(() => sealer.open('authenticator seed', changed)).toThrow()
    expect(() => sealer.open('authenticator seed', 'nonsense')).toThrow()
  })
})

test('tells what is sealed under the present key from what was under an earlier one', () => {
  const sealed = createSealer([old]).seal('mail body', 'a secret')
  expect(createSealer([old, young]).isCurrent(sealed)).toBe(true)
  expect(createSealer([young, old]).isCurrent(sealed)).toBe(false)
})

test('a digest is made with the present key, names it, and is known by all who have that key among theirs', () => {
  const before = createSealer([old]).digest('code', '123456')
  const rotated = createSealer([young, old])
  expect(rotated.digests('code', '123456')).toContain(before)
  expect(rotated.digests('code', '123456')).toContain(before.split('.')[1])
  expect(rotated.digests('code', '123457')).not.toContain(before)
  expect(createSealer([young]).digests('code', '123456')).not.toContain(before)
  expect(rotated.digest('code', '123456')).toBe(createSealer([young]).digest('code', '123456'))
  expect(rotated.digest('code', '123456').split('.')[0]).toBe(rotated.keyId)
})

import { describe, expect, test } from 'vitest'
import { findBreach } from './find-breach.ts'
import { harmlessTexts, harmlessWishes } from './harmless-texts.fixture.ts'
import { refusedTexts } from './refused-texts.fixture.ts'

describe('texts on hard subjects are let through', () => {
  test.each(Object.entries(harmlessTexts))('%s', (_what, text) => {
    expect(findBreach(text, 'source')).toBeNull()
    expect(findBreach(text, 'tweets')).toBeNull()
  })

  test.each(harmlessWishes)('a wish: %s', (text) => {
    expect(findBreach(text, 'asked')).toBeNull()
  })

  test('all of them at once, as one long source', () => {
    expect(findBreach(Object.values(harmlessTexts).join('\n\n'), 'source')).toBeNull()
  })
})

describe('what Threadr makes no threads of is refused', () => {
  test.each(refusedTexts)('as %s in %o: %s', (reason, places, text) => {
    for (const place of places) expect(findBreach(text, place), place).toMatchObject({ reason })
  })

  test('whatever letters, marks and spaces it is dressed in', () => {
    expect(findBreach('Ｋｉｌｌ\u00a0 your\u200bself!', 'tweets')).toMatchObject({ reason: 'threat' })
    expect(findBreach('MUSLIMS  ARE   VERMIN', 'tweets')).toMatchObject({ reason: 'harassment' })
  })

  test('in the middle of a long harmless source too', () => {
    const tales = Object.values(harmlessTexts).join('\n\n')
    expect(findBreach(`${tales}\n\nWe must kill all immigrants.\n\n${tales}`, 'source')).toMatchObject({
      reason: 'threat',
    })
  })
})

test('a source of the greatest length is looked through in time that grows with its length alone', () => {
  const unkind = ['a '.repeat(150_000), 'how to make a '.repeat(20_000), '1 a b c '.repeat(35_000)]
  const tales = `${Object.values(harmlessTexts).join(' ')} `
  for (const text of [...unkind, tales.repeat(Math.ceil(300_000 / tales.length))]) {
    const started = performance.now()
    findBreach(text.slice(0, 300_000), 'source')
    // A pattern that backtracks over itself takes minutes here; this is no measure of speed.
    expect(performance.now() - started).toBeLessThan(20_000)
  }
})

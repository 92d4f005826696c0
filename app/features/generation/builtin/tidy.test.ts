import { describe, expect, it } from 'vitest'
import { isAside, tidy, withoutAsides, withoutLabel } from './tidy.ts'

describe('tidy', () => {
  it.each([
    ['Vellin grew.[3] It is\nold.[citation needed]', 'Vellin grew. It is old.'],
    ['Alerts are tickets, email alerts,22 and pages.', 'Alerts are tickets, email alerts, and pages.'],
    ['It costs 1,222 euros and 3.14 more.', 'It costs 1,222 euros and 3.14 more.'],
    ['The queue (see Fig. 2) is full (described below).', 'The queue is full.'],
    ['It has an objective (SLO; see Objectives).', 'It has an objective (SLO).'],
    ['Die Version kostet 50 Euro. (bsc)', 'Die Version kostet 50 Euro.'],
    ['- Works offline', 'Works offline'],
    ['« Bonjour ! » dit-elle.', '« Bonjour ! » dit-elle.'],
  ])('%s', (text, expected) => {
    expect(tidy(text)).toBe(expected)
  })

  it('drops asides only when asked to', () => {
    expect(withoutAsides('The port (founded in 1620) grew [and grew].')).toBe('The port grew.')
  })

  it('knows a sentence that is all aside', () => {
    expect(isAside('(Nobody asked.)')).toBe(true)
    expect(isAside('(Nobody) asked.')).toBe(false)
  })

  it('takes off a bold label that ran into its sentence', () => {
    expect(withoutLabel('Idempotence A single task can be run more than once.', 'en')).toBe(
      'A single task can be run more than once.',
    )
    expect(withoutLabel('Executor The Executor is a process with threads.', 'en')).toBe(
      'The Executor is a process with threads.',
    )
    const plain = 'Critics of The New York Times wrote to the editor.'
    expect(withoutLabel(plain, 'en')).toBe(plain)
    expect(withoutLabel('Preis Die Ware kostet fünf Euro im Laden.', 'de')).toContain('Preis')
  })
})

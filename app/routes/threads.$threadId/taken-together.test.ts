import { expect, test } from 'vitest'
import { takenTogether } from './taken-together.ts'
import type { ShownCandidate } from './thread-props.ts'

const text = { text: 'Shorter.', verdict: 'supported' as const, reasons: [], length: 8, words: null }
const candidate = (id: string, given: Partial<ShownCandidate>): ShownCandidate => ({
  id,
  kind: 'shorter',
  under: 1,
  status: 'ready',
  error: null,
  notes: [],
  texts: [text],
  ...given,
})

test('of each tweet the suggestion that was asked for last is taken with the others', () => {
  const ids = takenTogether([
    candidate('a', {}),
    candidate('b', { under: 2 }),
    candidate('c', { kind: 'plainer' }),
    candidate('queued', { under: 3, status: 'queued', texts: [] }),
    candidate('next', { under: 4, kind: 'continue' }),
  ])
  expect(ids).toEqual(['c', 'b'])
})

test('a choice among several is left to be made', () => {
  expect(
    takenTogether([candidate('a', { kind: 'hook', texts: [text, text] }), candidate('b', { under: 2 })]),
  ).toEqual(['b'])
})

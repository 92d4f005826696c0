import { expect, test } from 'vitest'
import { madeWords } from './history-words.ts'

const made = (over: Partial<Parameters<typeof madeWords>[0]>) =>
  madeWords({ kind: 'edited', writer: null, model: null, saves: 1, restoredFrom: null, ...over })

test('how a version came to be is said with who wrote it, in how many saves, or what was put back', () => {
  expect([
    made({ kind: 'written', writer: 'builtin' }),
    made({ kind: 'written', writer: 'openai', model: 'gpt-4.1-mini' }),
    made({ kind: 'written', writer: 'openai' }),
    made({ kind: 'written' }),
    made({}),
    made({ saves: 1_200 }),
  ]).toEqual([
    'Written by the built-in writer',
    'Written by gpt-4.1-mini',
    'Written by a model',
    'As it stood before versions were kept',
    'Edited',
    'Edited, 1,200 saves',
  ])
  const putBack = (name: string | null, createdAt: string | null) =>
    made({ kind: 'restored', restoredFrom: { name, createdAt } })
  expect(putBack('Sent to Ada', '2026-11-26T09:41:00Z')).toBe('“Sent to Ada” put back')
  expect(putBack(null, '2026-11-26T09:41:00Z')).toBe('Version of 26 November 2026 at 09:41 UTC put back')
  expect(putBack(null, null)).toBe('An earlier version put back')
})

import { expect, test } from 'vitest'
import { progressSchema } from './progress.ts'

test('a row of an older version, which knew fewer steps and fields, still reads', () => {
  expect(progressSchema.parse({ steps: { fetching: 'done' } })).toEqual({
    steps: {
      fetching: 'done',
      reading: 'skipped',
      planning: 'skipped',
      writing: 'skipped',
      checking: 'skipped',
    },
    planned: null,
    writer: null,
    switched: null,
    tweets: [],
  })
})

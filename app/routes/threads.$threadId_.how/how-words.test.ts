import { expect, test } from 'vitest'
import { costWords, durationWords } from './figure-words.ts'
import { briefly, factsOf, type Reader, requestsOf, type ShownRecord, timesOf } from './how-words.ts'

const record: ShownRecord = {
  id: 'g1',
  status: 'ready',
  createdAt: '2026-11-26T12:00:00.000Z',
  finishedAt: '2026-11-26T12:00:09.000Z',
  writer: 'openai',
  model: 'gpt-4.1-mini',
  byFallback: false,
  promptVersion: 'thread-2026-11-26',
  tokens: { input: 12_345, cached: 1_024, output: 678 },
  costMicros: 6_023,
  requests: 3,
  calls: [],
  runs: 1,
  failures: 0,
  cacheHit: false,
  switched: null,
  breaker: 'closed',
  chosenPoints: null,
  repaired: 1,
  error: null,
  times: [{ step: 'owner', durationMs: 125_000 }],
}
const told = (over: Partial<ShownRecord> = {}, reader: Reader = 'owner') =>
  Object.fromEntries(factsOf({ ...record, ...over }, reader).map(({ name, value }) => [name, value]))

test('a thread by a model is told with its model, prompt, tokens and cost', () => {
  expect(told()).toEqual({
    'Written by': 'A model',
    Model: 'gpt-4.1-mini',
    Prompt: 'thread-2026-11-26',
    'Said once more': '1 tweet that the source did not back at first',
    Tokens: '12,345 tokens read (1,024 of them kept by the provider), 678 written',
    Cost: 'About $0.0060',
    Breaker: 'Asked as usual',
  })
  expect(timesOf(record, 'owner')).toEqual([{ name: 'Waiting for you', value: '2 min 5 s' }])
})

test('a thread by the built-in writer is told as that, and why it stood in', () => {
  const none = { model: null, promptVersion: null, tokens: null, repaired: 0 }
  const builtin = { ...none, writer: 'builtin' as const, costMicros: 0, requests: 0, breaker: null }
  expect(told(builtin)).toEqual({
    'Written by': 'The built-in writer, no model',
    Cost: 'Nothing, no model was asked',
  })
  const stoodIn = told({ ...none, writer: 'builtin', switched: { because: 'model-busy', after: 0 } })
  expect(stoodIn['Instead of the model']).toContain('too much to do')
  expect(stoodIn.Cost).toBe('About $0.0060')
})

test('what was taken from before, chosen, failed and tried again is told', () => {
  const facts = told({ cacheHit: true, chosenPoints: 4, error: 'Try again.', runs: 3, failures: 2 })
  expect(facts['Taken from before']).toMatch(/^Yes/u)
  expect(facts).toMatchObject({
    'Points you chose': '4',
    'What went wrong': 'Try again.',
    Attempts: '3, of which 2 did not succeed',
  })
})

test('sums and times are said as one reads them', () => {
  expect([0, 99, 12_300, 2_500_000].map(costWords)).toEqual([
    'Nothing',
    'Less than $0.0001',
    'About $0.0123',
    'About $2.50',
  ])
  expect([49, 400, 12_000, 59_700, 7_800_000, 259_200_000].map(durationWords)).toEqual([
    'Under 0.1 s',
    '0.4 s',
    '12 s',
    '1 min 0 s',
    '2 h 10 min',
    '3 days',
  ])
})

test('what each purpose took is told, with what failed of it', () => {
  const tokens = { input: 900, cached: 0, output: 1 }
  const plan = { purpose: 'plan', requests: 2, failed: 1, tokens, costMicros: 400 }
  const later = { ...plan, purpose: 'something new', requests: 1, failed: 0 }
  expect(requestsOf([plan, later])).toEqual([
    {
      name: 'For the plan',
      value: '2 requests, of which 1 failed · 900 tokens read, 1 written · About $0.0004',
    },
    { name: 'something new', value: '1 request · 900 tokens read, 1 written · About $0.0004' },
  ])
})

test('who looks after Threadr reads it as somebody else’s, and in a line', () => {
  expect(timesOf(record, 'staff')[0]?.name).toBe('Waiting for its owner')
  expect(told({ chosenPoints: 4 }, 'staff')['Points chosen']).toBe('4')
  expect(briefly(record, 'staff')).toBe(
    'Written · gpt-4.1-mini · 12,345 tokens read (1,024 of them kept by the provider), 678 written · About $0.0060 · 9.0 s',
  )
  const none = { model: null, tokens: null, requests: 0, costMicros: 0 }
  expect(briefly({ ...record, ...none, writer: 'builtin', status: 'cancelled' }, 'staff')).toBe(
    'Stopped by its owner · built-in writer · 9.0 s',
  )
  expect(briefly({ ...record, ...none, writer: null, status: 'queued', finishedAt: null }, 'staff')).toBe(
    'Waits its turn',
  )
})

import { modelFault } from './model-fault.ts'

const afterTweets = 4_000

/** What quality asks of a bad day of the model: never stored as ready by halves, and never the end of a thread. */
export const modelFaults = [
  modelFault({
    name: '429',
    behaviour: { kind: 'error', status: 429, retryAfterSeconds: 1 },
    code: 'model-busy',
    ends: 'built-in writer',
  }),
  modelFault({
    name: '429 that asks for ten minutes',
    behaviour: { kind: 'error', status: 429, retryAfterSeconds: 600 },
    code: 'model-busy',
    ends: 'built-in writer',
  }),
  modelFault({
    name: '500',
    behaviour: { kind: 'error', status: 500 },
    code: 'model-unavailable',
    ends: 'built-in writer',
  }),
  modelFault({
    name: 'time-out',
    behaviour: { kind: 'silent' },
    code: 'model-timed-out',
    ends: 'built-in writer',
  }),
  modelFault({
    name: 'malformed',
    behaviour: { kind: 'malformed' },
    code: 'model-malformed',
    ends: 'built-in writer',
  }),
  modelFault({
    name: 'cut cleanly',
    behaviour: { kind: 'thread', cut: { atByte: afterTweets, how: 'clean' } },
    code: 'model-cut-short',
    ends: 'built-in writer',
  }),
  modelFault({
    name: 'torn',
    behaviour: { kind: 'thread', cut: { atByte: afterTweets, how: 'destroy' } },
    code: 'model-cut-short',
    ends: 'built-in writer',
  }),
  modelFault({
    name: 'stalled',
    behaviour: { kind: 'thread', stallAtByte: afterTweets },
    code: 'model-stalled',
    ends: 'built-in writer',
  }),
  modelFault({
    name: 'too long',
    behaviour: { kind: 'too-long' },
    code: 'model-too-long',
    ends: 'built-in writer',
  }),
  modelFault({ name: 'refused', behaviour: { kind: 'refusal' }, code: 'model-refused', ends: 'told' }),
  modelFault({
    name: 'content filter',
    behaviour: { kind: 'content-filter' },
    code: 'model-refused',
    ends: 'told',
  }),
]

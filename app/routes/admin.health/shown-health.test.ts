import { expect, test } from 'vitest'
import type { Health } from '#app/features/health/read-health.ts'
import { shownHealth } from './shown-health.ts'

const health = (replica: Health['replica']): Health => ({
  database: { version: '18.4', bytes: 1, connections: 1, most: 100, ms: 1, missing: [] },
  replica,
  redis: { kind: 'in-process', answerMs: 0 },
  queue: [],
  workers: [],
  breakers: [],
  mail: { lastSentAt: null, waitingSince: null, ways: [], isNeeded: false },
  disk: null,
})
const said = (replica: Health['replica']) =>
  shownHealth(health(replica)).findings.find(({ name }) => name === 'Replica')

test('a read replica is told of where one is set, and whether it is used', () => {
  expect(said({ state: 'none' })).toBeUndefined()
  expect(said({ state: 'used', lagMs: 1_004 })).toMatchObject({
    isWell: true,
    says: 'Answers what may be stale; 1 s behind at most.',
  })
})

test.each<[Health['replica'], string]>([
  [{ state: 'behind', lagMs: 65_000, mostLagMs: 10_000 }, 'Is 65 s behind, and is used again below 10 s.'],
  [{ state: 'behind', lagMs: null, mostLagMs: 10_000 }, 'Has too much to catch up with.'],
  [{ state: 'gone', reason: 'connect ECONNREFUSED' }, 'Does not answer: connect ECONNREFUSED.'],
  [{ state: 'foreign' }, 'DATABASE_REPLICA_URL'],
  [{ state: 'resting' }, 'Failed at five reads in a row.'],
])('one that is not used needs attention: %j', (replica, says) => {
  expect(said(replica)).toMatchObject({ isWell: false, says: expect.stringContaining(says) })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCollectors } from '#tests/fakes/collectors.ts'
import { createLogger } from '../logger.server.ts'
import { noteUser, withinWork } from '../work.server.ts'
import { createErrorReporter } from './report.ts'

let collectors: Awaited<ReturnType<typeof startCollectors>>
beforeAll(async () => {
  collectors = await startCollectors()
})
afterAll(() => collectors.close())

test('an error is told with who was signed in by id, its request and its stack, and with nothing secret', async () => {
  const secrets = ['canary-secret-1']
  const process = { name: 'web', environment: 'production', secrets }
  const reporter = await createErrorReporter({ sentryDsn: collectors.dsn }, process)
  const logger = createLogger({ level: 'silent', name: 'test', reporter })
  const loud = createLogger({ level: 'warn', name: 'test', reporter, to: { write() {} } })
  const [requestId, userId] = [randomUUID(), randomUUID()]
  withinWork({ requestId }, () => {
    noteUser(userId)
    const err = new TypeError('mail for canary@example.com failed: canary-secret-1, ?token=canary2')
    loud.error({ err, headers: { cookie: 'canary-cookie' }, path: '/canary-path?q=1' }, 'it broke')
    loud.warn({ err: new Error('only a warning') }, 'people do such things')
    logger.error({ err: new Error('silenced') }, 'nobody hears it')
  })
  await reporter?.close()
  const events = collectors.envelopes
  expect(events).toHaveLength(1)
  const [event = ''] = events
  for (const told of [
    requestId,
    `"user":{"id":"${userId}"}`,
    'TypeError',
    'sentry-reporter.test.ts',
    'it broke',
  ])
    expect(event).toContain(told)
  expect(collectors.raw.join('\n')).not.toMatch(/canary/)
})

test('nothing is reported where nowhere is set', async () => {
  const process = { name: 'web', environment: 'production', secrets: [] }
  expect(await createErrorReporter({ sentryDsn: null }, process)).toBeNull()
})

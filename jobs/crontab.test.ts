import { parseCrontab } from 'graphile-worker'
import { expect, test } from 'vitest'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { crontab } from './crontab.ts'

test('every job that comes by itself is one of the catalog, takes no payload, and is tried a few times', () => {
  const items = parseCrontab(crontab)
  expect(items.map(({ task }) => task)).toEqual([
    'sweep_uploads',
    'sweep_threads',
    'sweep_limits',
    'sweep_audit',
    'sweep_visitors',
    'sweep_accounts',
    'sweep_privacy',
    'reconcile_subscriptions',
    'thin_revisions',
    'sweep_digests',
    'sweep_captures',
    'send_newsletter',
    'roll_up_numbers',
    'keep_analytics',
    'keep_library',
    'evaluate_alerts',
    'sweep_measures',
  ])
  expect(items.find(({ task }) => task === 'evaluate_alerts')?.options).toMatchObject({
    queueName: 'alerts',
    priority: -10,
    jobKey: 'evaluate-alerts',
  })
  for (const { task, options } of items) {
    const job = Object.entries(jobCatalog).find(([name]) => name === task)?.[1]
    expect(job?.payload.safeParse({}).success).toBe(true)
    expect(options.maxAttempts).toBe(3)
  }
})

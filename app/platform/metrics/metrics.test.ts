import { expect, test } from 'vitest'
import { createMetrics } from './create-metrics.ts'

const seriesOf = async (registry: { metrics(): Promise<string> }) =>
  (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))

test('no number of made-up routes, methods, tasks, models or outcomes makes more series than a fixed number', async () => {
  const metrics = createMetrics({ ofProcess: false })
  metrics.knowRoutes(['routes/threads.$threadId'])
  const send = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const hostile = `x${at}"}\n{evil="1`
      metrics.request({ route: hostile, method: hostile, status: at, seconds: 1 })
      metrics.job({ task: hostile, outcome: 'failed', seconds: 1 })
      metrics.modelCall({ model: hostile, outcome: hostile, seconds: 1, inputTokens: 1, outputTokens: 1 })
      metrics.modelCost({ model: hostile, cents: 1 })
    }
  }
  send(0, 2000)
  const before = await seriesOf(metrics.registry)
  send(2000, 6000)
  const after = await seriesOf(metrics.registry)
  expect(after.length).toBe(before.length)
  expect(after.length).toBeLessThan(700)
  for (const line of after) expect(line).toMatch(/^threadr_\w+(\{.*\})? [\d.e+-]+$/)
})

test('a request is counted by its route, its method and the class of its status', async () => {
  const metrics = createMetrics({ ofProcess: false })
  metrics.knowRoutes(['routes/threads.$threadId'])
  metrics.request({ route: 'routes/threads.$threadId', method: 'GET', status: 204, seconds: 0.2 })
  metrics.request({ route: '/threads/5', method: 'BREW', status: 418, seconds: 0.2 })
  const series = await seriesOf(metrics.registry)
  expect(series).toContain(
    'threadr_http_requests_total{route="routes/threads.$threadId",method="GET",status="2xx"} 1',
  )
  expect(series).toContain('threadr_http_requests_total{route="other",method="other",status="4xx"} 1')
  expect(series).toContain('threadr_http_request_seconds_count{route="routes/threads.$threadId"} 1')
})

import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createLogger } from '#app/platform/logger.server.ts'
import { createMetrics } from '#app/platform/metrics/create-metrics.ts'
import { noLoad } from '#app/platform/overload/watch-load.ts'
import { requestLog } from './request-log.ts'

const lines: string[] = []
const metrics = createMetrics({ ofProcess: false })
metrics.knowRoutes(['page', 'progress'])
const logger = createLogger({ level: 'debug', name: 'test', to: { write: (line) => void lines.push(line) } })
const server = createServer(
  express()
    .use(requestLog({ logger, metrics, load: noLoad, tracer: null }))
    .get('/:route/:status', ({ params }, response) => {
      response.locals.routeId = params.route
      response.status(Number(params.status)).end()
    }),
)
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => void server.close())

const levels = { debug: 20, info: 30, error: 50 }
const lineSchema = z.object({ level: z.number(), route: z.string(), status: z.number() })

test.each([
  { route: 'page', status: 200, level: 'info' },
  { route: 'page', status: 500, level: 'error' },
  { route: 'progress', status: 200, level: 'debug' },
  { route: 'progress', status: 204, level: 'debug' },
  { route: 'progress', status: 404, level: 'info' },
  { route: 'progress', status: 500, level: 'error' },
] as const)('$route with $status is logged as $level, and counted', async ({ route, status, level }) => {
  lines.length = 0
  const { port } = z.object({ port: z.number() }).parse(server.address())
  const counted = `threadr_http_requests_total{route="${route}",method="GET",status="${(status / 100) | 0}xx"}`
  const count = async () =>
    Number(
      (await metrics.registry.metrics())
        .split('\n')
        .find((line) => line.startsWith(counted))
        ?.split(' ')
        .at(-1) ?? 0,
    )
  const before = await count()
  await fetch(`http://127.0.0.1:${port}/${route}/${status}`)
  await expect
    .poll(() => lines.map((line) => lineSchema.parse(JSON.parse(line))))
    .toEqual([{ level: levels[level], route, status }])
  expect(await count()).toBe(before + 1)
})

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createLogger } from '#app/platform/logger.server.ts'
import { createMetrics } from '#app/platform/metrics/create-metrics.ts'
import { noLoad } from '#app/platform/overload/watch-load.ts'
import { remixByAddress } from './remix-by-address.ts'
import { requestLog } from './request-log.ts'

const loader = ({ request }: { request: Request }) =>
  new Response(null, { status: Number(new URL(request.url).searchParams.get('status')) })
const route = (path: string, handle?: object) => ({
  id: path,
  path,
  parentId: 'root',
  module: { loader, handle },
})
const build = z.custom<ServerBuild>().parse({
  routes: {
    root: { id: 'root', path: '', module: {} },
    page: route('page'),
    poll: route('poll', { polled: true }),
  },
  entry: { module: { default: () => new Response(null, { status: 500 }) } },
  assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
  future: { v3_singleFetch: true },
  mode: 'production',
})

const lines: string[] = []
const metrics = createMetrics({ ofProcess: false })
metrics.knowRoutes(['page', 'poll'])
const logger = createLogger({ level: 'debug', name: 'test', to: { write: (line) => void lines.push(line) } })
const server = createServer(
  express()
    .use(requestLog({ logger, metrics, load: noLoad, tracer: null }))
    .all('*', remixByAddress({ build, mode: 'production' })),
)
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => void server.close())

const levels = { debug: 20, info: 30, error: 50 }
const lineSchema = z.object({ level: z.number(), route: z.string(), status: z.number() })

test.each([
  { path: 'page', status: 200, level: 'info' },
  { path: 'page', status: 500, level: 'error' },
  { path: 'poll', status: 200, level: 'debug' },
  { path: 'poll', status: 204, level: 'debug' },
  { path: 'poll', status: 404, level: 'info' },
  { path: 'poll', status: 500, level: 'error' },
] as const)('$path with $status is logged as $level, and counted', async ({ path, status, level }) => {
  lines.length = 0
  const { port } = z.object({ port: z.number() }).parse(server.address())
  const counted = `threadr_http_requests_total{route="${path}",method="GET",status="${(status / 100) | 0}xx"}`
  const count = async () =>
    Number(
      (await metrics.registry.metrics())
        .split('\n')
        .find((line) => line.startsWith(counted))
        ?.split(' ')
        .at(-1) ?? 0,
    )
  const before = await count()
  await fetch(`http://127.0.0.1:${port}/${path}?status=${status}`)
  await expect
    .poll(() => lines.map((line) => lineSchema.parse(JSON.parse(line))))
    .toEqual([{ level: levels[level], route: path, status }])
  expect(await count()).toBe(before + 1)
})

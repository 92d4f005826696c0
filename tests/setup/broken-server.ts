import type { ServerBuild } from '@remix-run/node'
import { z } from 'zod'
import { readRegistry } from '#app/features/alerts/measures/read-registry.ts'
import { createMeasuring } from '#app/features/alerts/measures/write-measures.ts'
import { closeServer, listen } from '#app/platform/listen.server.ts'
import { createApp } from '#server/create-app.ts'
import { browserOf } from './route-world.ts'
import type { TestDatabase } from './test-database.ts'

/** The real server before one route, at /asked, that answers with whatever status it is told to; what it counts can be written down. */
export async function startBrokenServer(database: TestDatabase, status: () => number) {
  const module = { loader: () => new Response(null, { status: status() }) }
  const build = z.custom<ServerBuild>().parse({
    routes: { 'routes/asked': { id: 'routes/asked', path: 'asked', module } },
    entry: { module: { default: () => new Response(null, { status: 500 }) } },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    future: { v3_singleFetch: true },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
    mode: 'production',
  })
  const context = browserOf(database).context()
  const server = await listen(createApp({ context, build, assets: [] }), { port: 0, host: '127.0.0.1' })
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  const measuring = createMeasuring({
    pool: context.database.pool,
    kind: 'web',
    read: () => readRegistry(context.metrics.registry),
    logger: context.logger,
  })
  return {
    address: `http://127.0.0.1:${port}`,
    writeDown: measuring.flush,
    close: () => closeServer(server),
  }
}

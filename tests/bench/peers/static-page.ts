import { createServer } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { LoaderFunction } from '@remix-run/node'
import express from 'express'
import { readEnv } from '#app/platform/env.ts'
import { requestContext } from '#server/request-context.ts'
import { createWebContext } from '#server/web-context.ts'
import { serverBuild } from '#tests/setup/server-build.ts'

/**
 * A process that renders the built pages on PORT with data that doesn't change: each loader is asked once, by the first
 * request, and what it gave then is given ever after. So it renders the same markup, and asks nobody.
 */
const build = await serverBuild()
const { context } = createWebContext(readEnv(process.env))

const once = (loader: LoaderFunction): LoaderFunction => {
  let kept: ReturnType<LoaderFunction> | undefined
  return (request) => {
    kept ??= loader(request)
    return kept
  }
}
const routes = Object.fromEntries(
  Object.entries(build.routes).map(([id, route]) => {
    if (!route?.module.loader) return [id, route]
    return [id, { ...route, module: { ...route.module, loader: once(route.module.loader) } }]
  }),
)
const app = express().all(
  '*',
  createRequestHandler({
    build: { ...build, routes },
    mode: 'production',
    getLoadContext: (request, response) => requestContext(context, request, response),
  }),
)
createServer(app).listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'))
process.once('SIGTERM', () => process.exit(0))

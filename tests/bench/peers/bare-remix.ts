import { createServer } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import { z } from 'zod'

/**
 * A process that answers with one JSON, BODY, through Remix and Express and nothing else, on PORT: what a loader costs
 * before it does anything.
 */
const body: unknown = JSON.parse(process.env.BODY ?? 'null')
const route = { id: 'json', path: '*', module: { loader: () => Response.json(body) } }
/** Its type wants a page of every module; what has none is answered as it is. */
const build = z.custom<ServerBuild>().parse({
  routes: { json: route },
  entry: { module: { default: () => new Response(null, { status: 500 }) } },
  assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
  future: { v3_singleFetch: true },
  publicPath: '/',
  assetsBuildDirectory: '',
  isSpaMode: false,
  mode: 'production',
})
const app = express().all('*', createRequestHandler({ build, mode: 'production' }))
createServer(app).listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'))
process.once('SIGTERM', () => process.exit(0))

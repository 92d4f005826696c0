import { fileURLToPath } from 'node:url'
import * as build from 'virtual:remix/server-build'
import express from 'express'
import { rootFiles } from './root-files.ts'
import { runWeb } from './run-web.ts'

/** Where the browser's files lie, seen from this one once it is built: build/server/assets/web-….js, build/client. */
const client = fileURLToPath(new URL('../../client', import.meta.url))

await runWeb({
  build,
  assets: [
    // Built files carry their hash in their name, so they never change.
    express
      .Router()
      .use('/assets', express.static(`${client}/assets`, { immutable: true, maxAge: '1y', index: false })),
    rootFiles(client),
  ],
})

import { fileURLToPath } from 'node:url'
import * as build from 'virtual:remix/server-build'
import express from 'express'
import { packedAssets } from './packed-assets.ts'
import { rootFiles } from './root-files.ts'
import { runWeb } from './run-web.ts'

/** Where the browser's files lie, seen from this one once it is built: build/server/assets/web-….js, build/client. */
const client = fileURLToPath(new URL('../../client', import.meta.url))

await runWeb({
  build,
  assets: [express.Router().use('/assets', packedAssets(`${client}/assets`)), rootFiles(client)],
})

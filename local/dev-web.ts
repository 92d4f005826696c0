import type { ServerBuild } from '@remix-run/node'
import { createServer as createVite } from 'vite'
import type { runWeb } from '#server/run-web.ts'

/** The web process of development: the same server, with its modules and the browser's from Vite. */
const vite = await createVite({ server: { middlewareMode: true } })
const loaded = (await vite.ssrLoadModule('/server/run-web.ts')) as { runWeb: typeof runWeb }
await loaded.runWeb({
  build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
  assets: [vite.middlewares],
})

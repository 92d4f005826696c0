import { createServer } from 'node:http'
import { readEnv } from '#app/platform/env.ts'
import type { Metrics } from '#app/platform/metrics/create-metrics.ts'
import { startWatching } from '#app/platform/monitoring/start-watching.ts'
import { createApp } from '#server/create-app.ts'
import { createWebContext } from '#server/web-context.ts'
import { serverBuild } from '#tests/setup/server-build.ts'

/**
 * The whole web process over the built pages on PORT, with all that watches it, or (WATCHED=0) with none of that: its log is
 * silent then by its level, nothing is traced, and what counts counts nothing.
 */
const build = await serverBuild()
const env = readEnv(process.env)
const watching = await startWatching(env, 'web')
const web = createWebContext(env, watching)
const quiet: Metrics = {
  ...web.context.metrics,
  request() {},
  job() {},
  modelCall() {},
  modelCost() {},
  mail() {},
  thread() {},
  signUp() {},
}
const metrics = process.env.WATCHED === '0' ? quiet : web.context.metrics
const app = createApp({ ...web, ...watching, context: { ...web.context, metrics }, build, assets: [] })
createServer(app).listen(env.port, '127.0.0.1', () => process.send?.('ready'))
process.once('SIGTERM', () => process.exit(0))

import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler } from 'express'
import type { Monitoring } from '#app/platform/monitoring/monitoring.ts'
import { type Load, noLoad } from '#app/platform/overload/watch-load.ts'
import type { Tracer } from '#app/platform/tracing/span.ts'
import { answerMonitoring } from './answer-monitoring.ts'
import { apiDoor, refuse } from './api-door.ts'
import { bodyLimit } from './body-limit.ts'
import { notingWrites } from './note-writes.ts'
import { remixByAddress } from './remix-by-address.ts'
import { requestContext } from './request-context.ts'
import { requestLog } from './request-log.ts'
import { knownHost, loopbackHostOnly, sameOriginOnly } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'
import { shedLoad } from './shed-load.ts'
import type { LastingContext } from './web-context.ts'

export type AppOptions = {
  context: LastingContext
  /** Answers probes and who reads the metrics; nobody does without it. */
  monitoring?: Monitoring
  /** How much this process has to do; nothing is turned away without it. */
  load?: Load
  /** Makes a trace of each request; there are none without it. */
  tracer?: Tracer | null
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Serves the browser's files: the built ones, or the development server's. */
  assets: express.RequestHandler[]
}

/** The web server: headers, limits and log around the Remix application. */
export function createApp({
  context,
  monitoring,
  load = noLoad,
  tracer,
  build,
  assets,
}: AppOptions): express.Express {
  const { env, logger } = context
  const app = express()
  app.disable('x-powered-by')
  // Remix reads addresses by itself.
  app.disable('query parser')
  app.use(securityHeaders(env))
  if (monitoring) app.use(answerMonitoring(monitoring))
  app.use(requestLog({ ...context, load, tracer: tracer ?? null }))
  app.use(loopbackHostOnly(env))
  app.use(apiDoor(env))
  app.use(sameOriginOnly(env))
  app.use(knownHost(env))
  app.use(bodyLimit)
  app.use(compression())
  for (const handler of assets) app.use(handler)
  // In development routes come and go, and nobody else is there.
  if (typeof build !== 'function') {
    context.metrics.knowRoutes(Object.keys(build.routes))
    app.use(shedLoad(context, load, build))
  }
  app.all(
    '*',
    remixByAddress({
      // Without a replica nobody reads what is older than what they wrote.
      build: env.databaseReplica === null ? build : notingWrites(build),
      mode: env.mode === 'development' ? 'development' : 'production',
      getLoadContext: (request, response) => requestContext(context, request, response),
    }),
  )
  const broken: ErrorRequestHandler = (error, _request, response, next) => {
    // Express marks what the caller did wrong, such as an address that can't be decoded.
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
    const calledWrongly = status >= 400 && status < 500
    if (!calledWrongly) logger.error({ err: error }, 'request broke outside the application')
    if (response.headersSent) return next(error)
    return refuse(
      response,
      calledWrongly ? status : 500,
      calledWrongly
        ? 'This address can’t be read. Check it.'
        : 'Something broke on our side. Try again in a moment.',
    )
  }
  app.use(broken)
  return app
}

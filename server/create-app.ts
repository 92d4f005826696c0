import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler } from 'express'
import type { AppContext } from '#app/platform/context.ts'
import { bodyLimit } from './body-limit.ts'
import { requestLog } from './request-log.ts'
import { knownHost, loopbackHostOnly, sameOriginOnly } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'

export type AppOptions = {
  context: Omit<AppContext, 'cspNonce' | 'clientIp'>
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Serves the browser's files: the built ones, or the development server's. */
  assets: express.RequestHandler[]
}

/** The web server: headers, limits and log around the Remix application. */
export function createApp({ context, build, assets }: AppOptions): express.Express {
  const { env, logger } = context
  const app = express()
  app.disable('x-powered-by')
  app.use(securityHeaders(env))
  app.use(requestLog(logger))
  app.use(loopbackHostOnly(env))
  app.use(sameOriginOnly(env))
  app.use(knownHost(env))
  app.use(bodyLimit)
  app.use(compression())
  for (const handler of assets) app.use(handler)
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: env.mode === 'development' ? 'development' : 'production',
      getLoadContext: (request, response) => ({
        ...context,
        clientIp: request.ip ?? '',
        cspNonce: String(response.locals.cspNonce),
      }),
    }),
  )
  const broken: ErrorRequestHandler = (error, _request, response, next) => {
    // Express marks what the caller did wrong, such as an address that can't be decoded.
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
    const calledWrongly = status >= 400 && status < 500
    if (!calledWrongly) logger.error({ err: error }, 'request broke outside the application')
    if (response.headersSent) return next(error)
    response
      .status(calledWrongly ? status : 500)
      .type('text/plain')
      .send(
        calledWrongly
          ? 'This address can’t be read. Check it.'
          : 'Something broke on our side. Try again in a moment.',
      )
  }
  app.use(broken)
  return app
}

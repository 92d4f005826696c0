import { PassThrough } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { passOnHeaders, problemOfPage } from './page-answer.server.ts'
import { asksForJson } from './platform/error-response.server.ts'
import { AppError } from './platform/errors.ts'
import { NonceProvider } from './ui/NonceContext.tsx'

export const streamTimeout = 5000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  passOnHeaders(headers, status, remixContext.staticHandlerContext)
  const problem = asksForJson(request) && problemOfPage(headers, status, remixContext.staticHandlerContext)
  if (problem) return problem
  // A crawler reads the page once and whole; a browser gets it as it comes.
  const whole = remixContext.isSpaMode || isbot(request.headers.get('User-Agent') ?? '')
  return new Promise<Response>((resolve, reject) => {
    const send = () => {
      const body = new PassThrough()
      headers.set('Content-Type', 'text/html; charset=utf-8')
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider nonce={loadContext.cspNonce}>
        <RemixServer context={remixContext} url={request.url} nonce={loadContext.cspNonce} />
      </NonceProvider>,
      {
        nonce: loadContext.cspNonce,
        [whole ? 'onAllReady' : 'onShellReady']: send,
        onShellError: reject,
        onError(error) {
          status = 500
          loadContext.logger.error({ err: error }, 'the page broke while it was rendered')
        },
      },
    )
    setTimeout(abort, streamTimeout + 1000).unref()
  })
}

/** Loaders and actions that failed; what a person did wrong is not an error of ours. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (request.signal.aborted) return
  // An address that no route has, or a method it doesn't take, is nothing to look after.
  const calledWrongly = isRouteErrorResponse(error) && error.status < 500
  const level = error instanceof AppError ? error.level : calledWrongly ? 'debug' : 'error'
  context.logger[level]({ err: error, path: new URL(request.url).pathname }, 'a loader or action failed')
}

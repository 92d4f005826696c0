import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { passOnHeaders, problemOfPage } from './page-answer.server.ts'
import { asksForJson } from './platform/error-response.server.ts'
import { AppError } from './platform/errors.ts'
import { preloadHeader } from './preload-header.server.ts'
import { isAnonymous, sharedAnswer, sharedOf, withoutNonce } from './shared-page.server.ts'
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
  const link = preloadHeader(remixContext)
  if (link) headers.set('Link', link)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const { cspNonce, allowScripts } = loadContext
  const sharedByAll = status === 200 && allowScripts ? sharedOf(remixContext) : null
  if (sharedByAll) headers.append('Vary', 'Cookie')
  const shared = isAnonymous(request) && !headers.has('Set-Cookie') ? sharedByAll : null
  // A crawler reads the page once and whole, and caches keep it so; a browser gets it as it comes.
  const whole = shared !== null || isbot(request.headers.get('User-Agent') ?? '')
  return new Promise<Response>((resolve, reject) => {
    const send = () => {
      const body = new PassThrough()
      pipe(body)
      // What broke meanwhile is nothing to keep.
      if (!shared || !allowScripts || status !== 200)
        return resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
      text(body).then((page) => {
        const { html, hashes } = withoutNonce(page, cspNonce)
        allowScripts(hashes)
        resolve(sharedAnswer(request, html, headers, shared))
      }, reject)
    }
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider nonce={cspNonce}>
        <RemixServer context={remixContext} url={request.url} nonce={cspNonce} />
      </NonceProvider>,
      {
        nonce: cspNonce,
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

/** What a page asks for without its markup is as much one person's as the page is, whatever cache is in between. */
export function handleDataRequest(answer: Response): Response {
  if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', 'private, no-cache')
  return answer
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

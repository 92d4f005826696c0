import type { EntryContext } from '@remix-run/node'
import { isRouteErrorResponse } from '@remix-run/react'
import { z } from 'zod'
import { problemResponse } from './platform/error-response.server.ts'
import { pageError } from './ui/shell/page-error.ts'

type Handled = EntryContext['staticHandlerContext']

/** What loaders and actions say about their answer that holds for the page it stands on, too. */
const passedOn = ['Cache-Control', 'Retry-After']
const refusedForm = z.object({ errors: z.record(z.string(), z.string()) })

/** Gives a page the headers of its loaders and actions, the innermost last; a page of an error is never kept. */
export function passOnHeaders(headers: Headers, status: number, handled: Handled): void {
  for (const { route } of handled.matches)
    for (const answer of [handled.loaderHeaders[route.id], handled.actionHeaders[route.id]])
      for (const name of passedOn) {
        const value = answer?.get(name)
        if (value) headers.set(name, value)
      }
  if (status >= 400 && !headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
}

/** What went wrong, for a program that asked for JSON; null where nothing did. */
export function problemOfPage(headers: Headers, status: number, handled: Handled): Response | null {
  if (status < 400) return null
  const thrown = Object.values(handled.errors ?? {})[0]
  if (thrown === undefined) {
    const refused = Object.values(handled.actionData ?? {})
      .map((answer) => refusedForm.safeParse(answer).data)
      .find((answer) => answer !== undefined)
    if (!refused) return null
    return problemResponse({ status, detail: Object.values(refused.errors)[0] ?? '', ...refused }, headers)
  }
  const { text } = isRouteErrorResponse(thrown) ? pageError(status, thrown.data) : pageError(status, null)
  return problemResponse({ status, detail: text }, headers)
}

import type { EntryContext } from '@remix-run/node'
import { isRouteErrorResponse } from '@remix-run/react'
import { z } from 'zod'
import { problemResponse } from './platform/error-response.server.ts'
import { pageError } from './ui/shell/page-error.ts'

type Handled = EntryContext['staticHandlerContext']

const refusedForm = z.object({ errors: z.record(z.string(), z.string()) })

/**
 * Gives a page what its loaders and actions say that holds for it too: when to come back, and that it is one person's.
 * Such a page is asked for anew rather than not stored, which would take away what was typed when somebody goes back to
 * it. A page of an error is not stored at all.
 */
export function passOnHeaders(headers: Headers, status: number, handled: Handled): void {
  for (const { route } of handled.matches)
    for (const answer of [handled.loaderHeaders[route.id], handled.actionHeaders[route.id]]) {
      const wait = answer?.get('Retry-After')
      if (wait) headers.set('Retry-After', wait)
      if (answer?.get('Cache-Control')?.includes('private')) headers.set('Cache-Control', 'private, no-cache')
    }
  if (status >= 400) headers.set('Cache-Control', 'private, no-store')
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

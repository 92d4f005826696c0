import { createHash } from 'node:crypto'
import type { EntryContext } from '@remix-run/node'
import { z } from 'zod'

/**
 * What a route says of its page where it is the same for everybody who sends no cookie, as its `handle.shared`: for how
 * many seconds caches that many share may give it out, and for how many more while they ask for a new one.
 */
const sharedSchema = z.object({ shared: z.object({ freshFor: z.number(), staleFor: z.number() }) })
export type Shared = z.infer<typeof sharedSchema>['shared']

/** How a route's page may be shared; null where it may not. */
export function sharedOf({ staticHandlerContext, routeModules }: EntryContext): Shared | null {
  const leaf = staticHandlerContext.matches.at(-1)?.route.id ?? ''
  return sharedSchema.safeParse(routeModules[leaf]?.handle).data?.shared ?? null
}

/** Whether a request is one of those that all get the same: any cookie at all may say who it is, or which theme they chose. */
export const isAnonymous = ({ method, headers }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') && !headers.has('Cookie') && !headers.has('Authorization')

const noncedScript = /<script\b([^>]*)>([\s\S]*?)<\/script>/g

/**
 * The page without its nonce, which must be of one answer only, and the hashes of the scripts that had it. One that
 * somebody managed to write into the page couldn't know the nonce, so it gets no hash.
 */
export function withoutNonce(html: string, nonce: string): { html: string; hashes: string[] } {
  const mark = ` nonce="${nonce}"`
  const hashes = new Set<string>()
  for (const [, attributes = '', script = ''] of html.matchAll(noncedScript))
    if (attributes.includes(mark) && !attributes.includes(' src='))
      hashes.add(`sha256-${createHash('sha256').update(script).digest('base64')}`)
  return { html: html.replaceAll(mark, ''), hashes: [...hashes] }
}

/** The page as caches may keep it: 304 without it where who asks has this very one. */
export function sharedAnswer(request: Request, html: string, headers: Headers, shared: Shared): Response {
  const etag = `W/"${createHash('sha256').update(html).digest('base64url')}"`
  headers.set('ETag', etag)
  headers.set(
    'Cache-Control',
    // A browser asks each time, since whoever uses it may have signed in since.
    `public, max-age=0, must-revalidate, s-maxage=${shared.freshFor}, stale-while-revalidate=${shared.staleFor}`,
  )
  const known = request.headers.get('If-None-Match')?.split(',') ?? []
  if (known.some((each) => each.trim() === etag)) return new Response(null, { status: 304, headers })
  return new Response(html, { status: 200, headers })
}

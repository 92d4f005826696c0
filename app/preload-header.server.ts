import type { EntryContext } from '@remix-run/node'
import { z } from 'zod'

const preloadSchema = z.object({
  rel: z.literal('preload'),
  href: z.string(),
  as: z.string(),
  type: z.string().optional(),
  crossOrigin: z.string().optional(),
})

/**
 * What a page is painted with, as a `Link` header: a CDN that sends early hints makes them of it, and a browser begins with
 * it before the first byte of the page. Empty in development, where styles come another way.
 */
export function preloadHeader({ staticHandlerContext, routeModules, manifest }: EntryContext): string {
  const ids = staticHandlerContext.matches.map(({ route }) => route.id)
  const styles = ids.flatMap((id) => manifest.routes[id]?.css ?? [])
  const others = ids
    .flatMap((id) => routeModules[id]?.links?.() ?? [])
    .flatMap((link) => preloadSchema.safeParse(link).data ?? [])
  return [
    ...new Set(styles.map((href) => `<${href}>; rel=preload; as=style`)),
    ...others.map(
      ({ href, as, type, crossOrigin }) =>
        `<${href}>; rel=preload; as=${as}${type ? `; type="${type}"` : ''}${crossOrigin ? '; crossorigin' : ''}`,
    ),
  ].join(', ')
}

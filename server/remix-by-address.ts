import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { type Lineage, routeFinder, segmentsOf } from './route-finder.ts'

type Routes = ServerBuild['routes']
type Options = Omit<Parameters<typeof createRequestHandler>[0], 'build'> & {
  build: ServerBuild | (() => Promise<ServerBuild>)
}

/**
 * Remix compares an address with every route of its build, anew and up to three times a request, which costs more than all
 * else that it does. So it is given those routes alone that an address can lead to, and decides between
 * them. In development, where routes come and go, it is always given all.
 */
export function remixByAddress({ build, ...options }: Options): RequestHandler {
  const ofAll = createRequestHandler({ ...options, build })
  if (typeof build === 'function') return ofAll
  const lineages = lineagesOf(build.routes)
  const routeFor = routeFinder(lineages)
  // What has no page of its own names no other routes to the browser.
  const alone = new Map(
    lineages.flatMap(({ ids }) => {
      const module = build.routes[ids.at(-1) ?? '']?.module
      return module && !module.default && !module.ErrorBoundary ? [[ids.at(-1), new Set(ids)]] : []
    }),
  )
  const known = new Map<string, RequestHandler>()
  return (request, response, next) => {
    const { path } = request
    const routeId = routeFor(path)
    response.locals.routeId = routeId
    if (needsAll(path)) return ofAll(request, response, next)
    const ids = (!path.endsWith('.data') && alone.get(routeId)) || idsFor(lineages, path)
    const key = [...ids].join(' ')
    const handler = known.get(key) ?? createRequestHandler({ ...options, build: only(build, ids) })
    known.set(key, handler)
    return handler(request, response, next)
  }
}

/** Letters in code, slashes in a row, its own files: only Remix can tell. */
const needsAll = (path: string) => /%|\/\/|\/_root\.data$|\/__manifest$/.test(path)

function lineagesOf(routes: Routes): Lineage[] {
  const around = (id: string): string[] => {
    const parent = routes[id]?.parentId
    return parent ? [...around(parent), id] : [id]
  }
  return Object.keys(routes).map((id) => {
    const ids = around(id)
    return { ids, segments: ids.flatMap((each) => segmentsOf(routes[each]?.path ?? '')) }
  })
}

/** The routes that an address can lead to, and those of the addresses above it, which Remix tells the browser of too. */
function idsFor(lineages: Lineage[], path: string): Set<string> {
  const address = segmentsOf(path.replace(/\.data$/, ''))
  const addresses = [...address, ''].map((_, length) => address.slice(0, length))
  const led = lineages.filter(({ segments }) => addresses.some((each) => leadsTo(segments, each)))
  return new Set(led.flatMap(({ ids }) => ids))
}

function leadsTo(segments: string[], address: string[]): boolean {
  if (segments.some((segment) => segment.endsWith('?'))) return true
  const takesRest = segments.at(-1) === '*'
  const own = takesRest ? segments.slice(0, -1) : segments
  const isLongEnough = takesRest ? address.length >= own.length : address.length === own.length
  return isLongEnough && own.every((segment, at) => segment.startsWith(':') || segment === address[at])
}

/** A page is rendered with each route that its manifest names. */
function only(build: ServerBuild, ids: Set<string>): ServerBuild {
  const kept = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
  return {
    ...build,
    routes: kept(build.routes),
    assets: { ...build.assets, routes: kept(build.assets.routes) },
  }
}

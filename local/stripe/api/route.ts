import type { World } from '../world.ts'
import type { Parameters } from './form.ts'

type Asked = {
  world: World
  /** What stands in the path where a route has `:id`. */
  id: string
  path: string
  parameters: Parameters
}

export type Route = {
  method: 'GET' | 'POST' | 'DELETE'
  /** A path with `:id` in it, or none. */
  path: string
  answer(asked: Asked): object
}

export const get = (path: string, answer: Route['answer']): Route => ({ method: 'GET', path, answer })
export const post = (path: string, answer: Route['answer']): Route => ({ method: 'POST', path, answer })
export const remove = (path: string, answer: Route['answer']): Route => ({ method: 'DELETE', path, answer })

/** The route for a request, and the id in its path. */
export function findRoute(
  routes: Route[],
  method: string,
  path: string,
): { route: Route; id: string } | null {
  for (const route of routes) {
    if (route.method !== method) continue
    const [before = '', after] = route.path.split(':id')
    if (after === undefined) {
      if (path === route.path) return { route, id: '' }
      continue
    }
    if (!path.startsWith(before) || !path.endsWith(after)) continue
    const id = path.slice(before.length, path.length - after.length)
    if (id !== '' && !id.includes('/')) return { route, id: decodeURIComponent(id) }
  }
  return null
}

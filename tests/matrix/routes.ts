import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { ensureBuilt } from '#local/build.ts'
import { root } from '#local/run-child.ts'

const buildSchema = z.object({
  routes: z.record(
    z.string(),
    z.object({
      id: z.string(),
      parentId: z.string().optional(),
      path: z.string().optional(),
      index: z.boolean().optional(),
      module: z.looseObject({ loader: z.unknown().optional(), action: z.unknown().optional() }),
    }),
  ),
})

/** A route as it was built. */
export type BuiltRoute = {
  id: string
  /** Its address from the root on, with :names in it. Null for the frame around all pages, which has none of its own. */
  path: string | null
  hasLoader: boolean
  hasAction: boolean
}

/** Every route of the build, by its id. */
export async function builtRoutes(): Promise<BuiltRoute[]> {
  await ensureBuilt(() => {})
  const { routes } = buildSchema.parse(await import(pathToFileURL(join(root, 'build/server/index.js')).href))
  const wholePath = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id]
    return route ? `${wholePath(route.parentId)}/${route.path ?? ''}`.replaceAll(/\/+/g, '/') : ''
  }
  return Object.values(routes)
    .map(({ id, parentId, path, index, module }) => ({
      id,
      path:
        parentId === undefined || (path === undefined && !index)
          ? null
          : wholePath(id).replace(/(?<=.)\/$/, ''),
      hasLoader: module.loader !== undefined,
      hasAction: module.action !== undefined,
    }))
    .sort((a, b) => a.id.localeCompare(b.id))
}

/** The address of a route for these names; a star stands for the rest. An index's forms are marked as its own. */
export function addressOf(
  { id, path }: BuiltRoute,
  names: Record<string, string>,
  forAction = false,
): string {
  const filled = (path ?? '/').replaceAll(/:(\w+)|\*/g, (found, name?: string) => {
    const value = names[name ?? 'rest']
    if (value === undefined) throw new Error(`the matrix has nothing for ${found} in ${id}`)
    return value
  })
  return forAction && id.endsWith('_index') ? `${filled}?index` : filled
}

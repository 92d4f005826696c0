import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { root } from '#local/run-child.ts'

/** Where the built files lie that browsers get. */
export const client = join(root, 'build/client')

const partSchema = z.object({ module: z.string(), imports: z.array(z.string()).default([]) })
const manifestSchema = z.object({
  entry: partSchema,
  routes: z.record(z.string(), partSchema.extend({ parentId: z.string().optional() })),
})

function manifest() {
  const assets = join(client, 'assets')
  const name = readdirSync(assets).find((file) => /^manifest-.*\.js$/.test(file)) ?? ''
  const script = readFileSync(join(assets, name), 'utf8')
  return manifestSchema.parse(JSON.parse(script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1)))
}

/** The scripts that each route's page loads, by its id: its own, those of what is around it, and all that they import. */
export function scriptsByRoute(): Map<string, Set<string>> {
  const { entry, routes } = manifest()
  const around = (id: string): string[] => {
    const parent = routes[id]?.parentId
    return parent ? [...around(parent), id] : [id]
  }
  return new Map(
    Object.keys(routes).map((id) => {
      const parts = [entry, ...around(id).map((each) => partSchema.parse(routes[each]))]
      return [id, new Set(parts.flatMap(({ module, imports }) => [module, ...imports]))]
    }),
  )
}

/** What files of browsers' weigh together as they travel, in bytes. */
export const gzipBytes = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(client, file))).length, 0)

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { root } from '#local/run-child.ts'

const client = join(root, 'build/client')
const part = z.object({ module: z.string(), imports: z.array(z.string()).default([]) })
const manifestSchema = z.object({ entry: part, routes: z.record(z.string(), part) })

function manifest() {
  const assets = join(client, 'assets')
  const name = readdirSync(assets).find((file) => file.startsWith('manifest-')) ?? ''
  const script = readFileSync(join(assets, name), 'utf8')
  return manifestSchema.parse(JSON.parse(script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1)))
}

test.each([
  ['the landing page', 'routes/_index', 120_000],
  ['a thread, with its editor', 'routes/threads.$threadId', 180_000],
  ['the library', 'routes/threads._index', 120_000],
])('%s loads no more JavaScript than its bar, gzip', (_page, id, most) => {
  const { entry, routes } = manifest()
  const parts = [entry, routes.root, routes[id]].map((one) => part.parse(one))
  const files = new Set(parts.flatMap(({ module, imports }) => [module, ...imports]))
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(client, file))).length)
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(most)
})

import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** From the sources, and from build/server, where a bundle may hold this file in a folder of its own. */
const places = ['../../../prisma/migrations', '../../prisma/migrations']

/** The names of the migrations that this version comes with; none where it was installed without them. */
export function ownMigrations(): string[] {
  const folder = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((path) => existsSync(path))
  if (folder === undefined) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )
}

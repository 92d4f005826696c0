import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { type MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import type pg from 'pg'

const folder = fileURLToPath(new URL('migrations', import.meta.url))
const schemaPath = 'schema.prisma'

export const schemaFile = {
  path: schemaPath,
  content: readFileSync(new URL(schemaPath, import.meta.url), 'utf8'),
}

/** Tables outside this schema's hands, such as those of the job queue, live in schemas of their own. */
export const filters = { externalTables: [], externalEnums: [] }

/**
 * Prisma's schema engine as WebAssembly, over a pool of ours: the native engine would be downloaded from a host that
 * many machines can't reach. It leaves a timer of 10 s behind, so it belongs in a process that exits by itself.
 */
export function schemaEngine(pool: pg.Pool) {
  return SchemaEngine.new(
    { datamodels: [[schemaFile.path, schemaFile.content]] },
    (line: string) => {
      if (line.includes('"level":"ERROR"')) console.error(line)
    },
    bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool)),
  )
}

/** The migrations of this checkout, oldest first. */
export function migrationsList(): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(`${folder}/migration_lock.toml`, 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(`${folder}/${name}/migration.sql`, 'utf8') },
      },
    })),
  }
}

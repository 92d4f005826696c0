import { readFileSync } from 'node:fs'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { type MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import type pg from 'pg'
import { migrationFiles, migrationsFolder } from './migration-files.ts'

const schemaPath = 'schema.prisma'

export const schemaFile = {
  path: schemaPath,
  content: readFileSync(new URL(schemaPath, import.meta.url), 'utf8'),
}

/** Tables outside this schema's hands, such as those of the job queue, live in schemas of their own. */
export const filters = { externalTables: [], externalEnums: [] }

/**
 * Prisma's schema engine as WebAssembly, over a pool of ours: the native engine would be downloaded from a host that
 * many machines can't reach. It drafts migrations; applying them is ours, since it commits after every statement. It
 * leaves a timer of 10 s behind, so it belongs in a process that exits by itself.
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

/** The migrations of this checkout as the engine takes them. */
export function migrationsList(): MigrationList {
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(`${migrationsFolder}/migration_lock.toml`, 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationFiles().map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  }
}

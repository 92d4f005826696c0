import { mkdirSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { filters, migrationsList, schemaEngine, schemaFile } from './schema-engine.ts'

/**
 * Writes the SQL that leads from the migrations there are to schema.prisma into a new migration, for a person to read
 * and complete: `DATABASE_URL=… node prisma/draft-migration.ts NAME`. It uses a scratch database on that server.
 */
const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name) || !process.env.DATABASE_URL) {
  console.error(
    'Give a name of small letters, digits and _, and set DATABASE_URL to a server where databases may be made.',
  )
  process.exit(2)
}
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })
const engine = await schemaEngine(pool)
const list = migrationsList()
const { stdout } = await engine.diff({
  from: list.migrationDirectories.length > 0 ? { tag: 'migrations', ...list } : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: [schemaFile] },
  script: true,
  exitCode: null,
  filters,
})
const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
const target = new URL(`migrations/${stamp}_${name}/`, import.meta.url)
mkdirSync(target, { recursive: true })
writeFileSync(new URL('migration.sql', target), stdout ?? '')
console.info(`prisma/migrations/${stamp}_${name}/migration.sql`)
process.exit(0)

import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { filters, schemaEngine, schemaFile } from './schema-engine.ts'

/**
 * Writes the SQL that leads from the committed schema.prisma to the one on disk into a new migration, for a person to
 * read and complete: `DATABASE_URL=… node prisma/draft-migration.ts NAME`. Two schemas are compared, since the engine
 * can't read a database back over this adapter; it wants to connect to a server all the same.
 */
const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name) || !process.env.DATABASE_URL) {
  console.error('Give a name of small letters, digits and _, and set DATABASE_URL to any server.')
  process.exit(2)
}
const committed = execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' })
const engine = await schemaEngine(new pg.Pool({ connectionString: process.env.DATABASE_URL }))
const { stdout } = await engine.diff({
  from: { tag: 'schemaDatamodel', files: [{ ...schemaFile, content: committed }] },
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

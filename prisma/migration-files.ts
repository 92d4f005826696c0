import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type MigrationFile = { name: string; script: string }

export const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url))

/** The migrations of this checkout, oldest first. */
export function migrationFiles(): MigrationFile[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, script: readFileSync(`${migrationsFolder}/${name}/migration.sql`, 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

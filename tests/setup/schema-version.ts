import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { migrationFiles } from '#prisma/migration-files.ts'

/** Tells by a word which schema this checkout has: its migrations, and the queue's, which its version brings. */
export function schemaVersion(): string {
  const hash = createHash('sha256').update(readFileSync(new URL('../../package-lock.json', import.meta.url)))
  for (const { name, script } of migrationFiles()) hash.update(name).update(script)
  return hash.digest('hex').slice(0, 12)
}

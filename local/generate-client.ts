import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Generates the Prisma client after an installation. `prisma generate` runs no schema engine but looks for one, and
 * would download it; any file that exists satisfies it.
 */
const root = new URL('..', import.meta.url)
const result = spawnSync(
  process.execPath,
  [
    fileURLToPath(new URL('node_modules/prisma/build/index.js', root)),
    'generate',
    '--no-hints',
    '--config',
    'prisma/prisma.config.ts',
  ],
  {
    cwd: fileURLToPath(root),
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(import.meta.url),
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
    encoding: 'utf8',
  },
)
if (result.status !== 0) {
  console.error(`The database client could not be generated:\n${result.stdout}\n${result.stderr}`)
  process.exit(1)
}

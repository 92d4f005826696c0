import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { LocalFault } from './fault.ts'
import { installedPackage, layLinks } from './postgres/binaries.ts'

/** What an installation still needs: PostgreSQL's links, and the Prisma client. */
const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Laid now, since whoever starts Threadr may not be allowed to write there. A machine that has no embedded PostgreSQL
 * hears of it when it starts one.
 */
function linkPostgres(): void {
  try {
    layLinks(installedPackage())
  } catch (error) {
    if (!(error instanceof LocalFault)) throw error
  }
}

/**
 * `prisma generate` runs no schema engine but looks for one, and would download it: any file that exists satisfies it.
 */
function generateClient(): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate', '--no-hints', '--config', 'prisma/prisma.config.ts'],
    {
      cwd: root,
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(import.meta.url),
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
      encoding: 'utf8',
    },
  )
  if (status === 0) return
  console.error(`The database client could not be generated:\n${stdout}\n${stderr}`)
  process.exit(1)
}

linkPostgres()
generateClient()

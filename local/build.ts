import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import lockfile from 'proper-lockfile'
import { seconds } from '#app/platform/durations.ts'
import { LocalFault } from './fault.ts'
import { root, runToEnd } from './run-child.ts'

const inputs = [
  'app',
  'server',
  'jobs',
  'prisma',
  'public',
  'package-lock.json',
  'vite.config.ts',
  'remix.config.js',
]
const isTest = /\.test\.tsx?$/
const stampFile = join(root, 'build', 'stamp')

/** Builds the web and worker processes where the build is missing or was made from other sources than these. */
export async function ensureBuilt(announce: () => void): Promise<void> {
  if (stampNow() === stampOfBuild()) return
  const unlock = await lockBuild()
  try {
    const stamp = stampNow()
    if (stamp === stampOfBuild()) return
    announce()
    await runToEnd('node_modules/@remix-run/dev/dist/cli.js', ['vite:build'], { NODE_ENV: 'production' })
    writeFileSync(stampFile, stamp)
  } finally {
    await unlock()
  }
}

function stampOfBuild(): string | null {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null
}

/** A hash of everything that the build is made from; tests beside the code don't count. */
function stampNow(): string {
  const hash = createHash('sha256')
  for (const path of inputs.flatMap(filesBelow))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function filesBelow(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return isTest.test(path) ? [] : [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`))
}

async function lockBuild(): Promise<() => Promise<void>> {
  try {
    mkdirSync(join(root, 'build'), { recursive: true })
    return await lockfile.lock(join(root, 'build'), {
      stale: seconds(30),
      lockfilePath: join(root, 'build.lock'),
      retries: { retries: 600, factor: 1, minTimeout: 200, maxTimeout: 200 },
    })
  } catch (error) {
    throw new LocalFault(
      `The build can’t be written to ${root} (${error instanceof Error ? error.message : error}): give this user the right to write there.`,
    )
  }
}

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { minutes } from '#app/platform/durations.ts'
import { LocalFault } from './fault.ts'
import { underLock } from './lock.ts'
import { root, runToEnd } from './run-child.ts'

const inputs = [
  'app',
  'server',
  'jobs',
  'prisma',
  'public',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'remix.config.js',
]
const isTest = /\.test\.tsx?$/
const stampFile = join(root, 'build', 'stamp')

/**
 * Builds the web and worker processes where the build is missing or was made from other sources than these. A build
 * that the signal cuts off is no build: the next start makes it anew.
 */
export async function ensureBuilt(announce: () => void, signal?: AbortSignal): Promise<void> {
  if (stampNow() === stampOfBuild()) return
  await underBuildLock(signal, async () => {
    const stamp = stampNow()
    if (stamp === stampOfBuild()) return
    announce()
    rmSync(stampFile, { force: true })
    await runToEnd(
      'node_modules/@remix-run/dev/dist/cli.js',
      ['vite:build'],
      { NODE_ENV: 'production' },
      signal,
    )
    writeFileSync(stampFile, stamp)
  })
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

async function underBuildLock(signal: AbortSignal | undefined, work: () => Promise<void>): Promise<void> {
  const lock = {
    file: join(root, 'build.lock'),
    patienceMs: minutes(3),
    busy: 'Another Threadr has been building here for more than three minutes: end it, and try again.',
    signal,
  }
  try {
    mkdirSync(join(root, 'build'), { recursive: true })
    await underLock(lock, work)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(code)) throw error
    throw new LocalFault(
      `The build can’t be written to ${root} (${code}): give this user the right to write there.`,
    )
  }
}

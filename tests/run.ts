import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ensureBuilt } from '#local/build.ts'
import { root } from '#local/run-child.ts'
import { findOrInstallChromium, installHeadlessShell } from './find-chromium.ts'
import { findOrInstallRedis } from './find-program.ts'

/** `npm test`: every check and every test, and last a line that counts them, each check as one. */
const cache = join(root, '.cache')
const report = join(cache, 'tests.json')
let passed = 0
let failed = 0

async function check(name: string, work: () => unknown): Promise<void> {
  const started = Date.now()
  try {
    await work()
    passed += 1
    console.info(`ok    ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  } catch (error) {
    failed += 1
    console.info(`FAIL  ${name}: ${error instanceof Error ? error.message : error}`)
  }
}

/** What a command prints is shown where it fails, as several run at once; `live` shows it as it comes. */
function run(command: string, args: string[], { live = false } = {}): Promise<void> {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', ...output(live)] })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => printed.push(chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => {
      if (status === 0) return resolve()
      reject(new Error(`${command} ended with status ${status}\n${Buffer.concat(printed)}`))
    })
  })
}

const output = (live: boolean) => (live ? (['inherit', 'inherit'] as const) : (['pipe', 'pipe'] as const))

const installed = (command: string) => join(root, 'node_modules/.bin', command)
const sourceFolders = ['app', 'server', 'jobs', 'local', 'prisma', 'tests']

mkdirSync(cache, { recursive: true })
rmSync(report, { force: true })
await Promise.all([
  check('lock file installs cleanly', () => run('npm', ['ci', '--dry-run', '--ignore-scripts'])),
  check('format and lint', () => run(installed('biome'), ['check', '--error-on-warnings', '.'])),
  check('import rules', () =>
    run(installed('depcruise'), ['--config', '.dependency-cruiser.cjs', ...sourceFolders]),
  ),
  check('nothing unused', () => run(installed('knip'), [])),
  check('types', () => run(installed('tsc'), ['--noEmit'])),
  check('build', () => ensureBuilt(() => {})),
])
await check('a browser to test in', () => {
  installHeadlessShell()
  return findOrInstallChromium()
})
if (!findOrInstallRedis()) console.info('No redis-server here: the tests that need one are skipped.')
await check('line coverage of app and jobs is 90 % or more', () =>
  run(
    installed('vitest'),
    ['run', '--coverage', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    { live: true },
  ),
)

// The last check fails with failing tests too; they are counted one by one.
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numTotalTestSuites: z.number(),
})
if (existsSync(report)) {
  const tests = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')))
  passed += tests.numPassedTests
  failed += tests.numFailedTests
} else {
  failed += 1
}
console.info(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ensureBuilt } from '#local/build.ts'
import { root } from '#local/run-child.ts'
import { findOrInstallChromium } from './find-chromium.ts'
import { findOrInstallRedis } from './find-redis.ts'

/** `npm test`: every check and every test, and last a line that counts them, each check as one. */
const cache = join(root, '.cache')
const report = join(cache, 'tests.json')
let passed = 0
let failed = 0

async function check(name: string, work: () => void | Promise<void>): Promise<void> {
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

function run(command: string, ...args: string[]): void {
  const { status } = spawnSync(join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`${command} ended with status ${status}`)
}

mkdirSync(cache, { recursive: true })
rmSync(report, { force: true })
await check('lock file installs cleanly', () => {
  const { status, stderr } = spawnSync('npm', ['ci', '--dry-run', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr.trim())
})
await check('format and lint', () => run('biome', 'check', '--error-on-warnings', '.'))
await check('import rules', () =>
  run(
    'depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    'app',
    'server',
    'jobs',
    'local',
    'prisma',
    'tests',
  ),
)
await check('nothing unused', () => run('knip'))
await check('types', () => run('tsc', '--noEmit'))
await check('build', () => ensureBuilt(() => {}))
await check('a browser to test in', () => void findOrInstallChromium(console.info))
if (!findOrInstallRedis()) console.info('No redis-server here: the tests that need one are skipped.')
await check('line coverage of app and jobs is 90 % or more', () =>
  run('vitest', 'run', '--coverage', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`),
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

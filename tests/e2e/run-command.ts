import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { root } from '#local/run-child.ts'

type Ended = { status: number | null; stdout: string; stderr: string }
export type Running = {
  child: ChildProcess
  ended: Promise<Ended>
  /** Resolves once standard output has such a line. */
  says(pattern: RegExp): Promise<string>
  /** Resolves once standard error has one. */
  complains(pattern: RegExp): Promise<string>
}

/** Runs a script of the project as its npm script does; ended by force with the test, should it still run. */
export function runScript(
  script: string,
  args: string[],
  env: Record<string, string>,
  input?: string,
): Running {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    // A process group of its own, as a terminal gives each command.
    detached: true,
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  child.stdin.end(input ?? '')
  const ended = once(child, 'close').then(([status]) => ({ status, stdout, stderr }))
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  })
  return {
    child,
    ended,
    says: (pattern) => appears(child.stdout, () => stdout, pattern, ended),
    complains: (pattern) => appears(child.stderr, () => stderr, pattern, ended),
  }
}

function appears(
  stream: NodeJS.ReadableStream,
  said: () => string,
  pattern: RegExp,
  ended: Promise<Ended>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = said().match(pattern)
      if (found) resolve(found[0])
    }
    stream.on('data', look)
    look()
    ended.then((result) => reject(new Error(`it ended without saying so: ${JSON.stringify(result)}`)))
  })
}

/** A folder of the test's own, which everybody may enter, gone afterwards. */
export function temporaryFolder(): string {
  const folder = newFolder()
  onTestFinished(() => remove(folder))
  return folder
}

/** The same for all tests of a file, as making a database in each takes its time. */
export function sharedFolder(): string {
  const folder = newFolder()
  afterAll(() => remove(folder))
  return folder
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'threadr-test-'))
  chmodSync(folder, 0o755)
  return folder
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true })

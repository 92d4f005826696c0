import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isAlive } from './processes.ts'
import { runToEnd } from './run-child.ts'

function script(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'threadr-run-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'script.mjs')
  writeFileSync(file, source)
  return file
}

test('gives what a script printed, or throws what it complained of', async () => {
  expect(await runToEnd(script('console.log(process.env.WORD)'), [], { WORD: 'hello' })).toBe('hello\n')
  const failing = script("console.error('No.'); process.exit(3)")
  await expect(runToEnd(failing, [], {})).rejects.toThrow(/^No\.$/)
})

test('a stop ends the script and what it has started', async () => {
  const file = script(`
    import { spawn } from 'node:child_process'
    import { writeFileSync } from 'node:fs'
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    writeFileSync(process.argv[2], process.pid + ' ' + child.pid)`)
  const note = join(file, '..', 'note')
  const stop = new AbortController()
  const running = runToEnd(file, [note], {}, stop.signal)
  await expect.poll(() => existsSync(note) && readFileSync(note, 'utf8')).toMatch(/^\d+ \d+$/)
  stop.abort()
  await expect(running).rejects.toThrow(/abort/)
  const pids = readFileSync(note, 'utf8').split(' ').map(Number)
  await expect.poll(() => pids.filter(isAlive)).toEqual([])
})

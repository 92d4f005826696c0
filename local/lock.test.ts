import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { underLock } from './lock.ts'
import { identityOf } from './processes.ts'

function lockFile() {
  const folder = mkdtempSync(join(tmpdir(), 'threadr-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'lock')
}
const lock = (file: string, patienceMs = 10_000) => ({ file, patienceMs, busy: 'It is busy.' })

test('one after the other gets in, and nothing stays behind', async () => {
  const file = lockFile()
  let inside = 0
  let most = 0
  const visit = () =>
    underLock(lock(file), async () => {
      inside += 1
      most = Math.max(most, inside)
      await Promise.resolve()
      inside -= 1
    })
  await Promise.all([visit(), visit(), visit()])
  expect(most).toBe(1)
  expect(existsSync(file)).toBe(false)
})

test('a lock is given back when its work fails', async () => {
  const file = lockFile()
  const failing = underLock(lock(file), async () => {
    throw new Error('broke')
  })
  await expect(failing).rejects.toThrow('broke')
  expect(existsSync(file)).toBe(false)
})

test('the lock of a process that has died, or of an earlier one with a living one’s number, is free', async () => {
  const file = lockFile()
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  for (const holder of [`${dead} 1`, `${process.pid} before`]) {
    writeFileSync(file, `${holder}\nx\n`)
    expect(await underLock(lock(file), async () => 'in')).toBe('in')
  }
})

test('whoever waits in vain hears why, and a waiting one can be stopped', async () => {
  const file = lockFile()
  writeFileSync(file, `${identityOf(process.pid)}\nx\n`)
  await expect(underLock(lock(file, 0), async () => {})).rejects.toThrow('It is busy.')
  const stopped = underLock({ ...lock(file), signal: AbortSignal.abort() }, async () => {})
  await expect(stopped).rejects.toThrow(/abort/)
})

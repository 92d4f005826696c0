import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { commandOf, identityOf, isAlive } from './processes.ts'

test('a process is known by more than its number, and only while it runs', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'two words'])
  const pid = child.pid ?? 0
  expect(isAlive(pid)).toBe(true)
  expect(identityOf(pid)).toMatch(new RegExp(`^${pid} .+`))
  expect(identityOf(pid)).toBe(identityOf(pid))
  expect(commandOf(pid)).toContain('-e')
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  expect(isAlive(pid)).toBe(false)
  expect(identityOf(pid)).toBeNull()
})

test('what is no process id is no process', () => {
  for (const pid of [Number.NaN, 0, -1, 1.5]) expect(isAlive(pid)).toBe(false)
})

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addHolder, hasHolders, removeHolder } from './holders.ts'

test('only living holders count, each use by itself; a later process with the same number is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'threadr-holders-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [first, second] = [addHolder(folder), addHolder(folder)]
  writeFileSync(join(folder, 'holders', '1'), '1 long before')
  writeFileSync(join(folder, 'holders', String(process.pid)), `${process.pid} long before`)
  expect(hasHolders(folder)).toBe(true)
  expect(readdirSync(join(folder, 'holders')).sort()).toEqual([first, second].sort())
  removeHolder(folder, first)
  expect(hasHolders(folder)).toBe(true)
  removeHolder(folder, second)
  expect(hasHolders(folder)).toBe(false)
})

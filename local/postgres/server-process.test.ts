import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { servesHere } from './server-process.ts'

test('only a PostgreSQL on this very folder, or on one that is no more, is taken for ours', () => {
  const base = mkdtempSync(join(tmpdir(), 'threadr serves '))
  onTestFinished(() => rmSync(base, { recursive: true }))
  const [here, there] = [join(base, 'here'), join(base, 'there')]
  for (const folder of [here, there]) mkdirSync(folder)
  const command = (folder: string) => ['/opt/bin/postgres', '-D', folder, '-c', 'port=5000']
  expect(servesHere(command(here), here)).toBe(true)
  expect(servesHere(command(here).join(' ').split(' '), here)).toBe(true)
  expect(servesHere(command(there), here)).toBe(false)
  expect(servesHere(command(join(base, 'moved')), here)).toBe(true)
  expect(servesHere(['/usr/bin/node', '-D', here], here)).toBe(false)
  expect(servesHere([''], here)).toBe(false)
})

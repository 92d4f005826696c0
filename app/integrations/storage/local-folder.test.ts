import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createStorage } from './storage.ts'

let around: string
let folder: string
let outside: string
beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'threadr-folder-'))
  folder = join(around, 'data/files')
  outside = join(around, 'outside')
  mkdirSync(outside)
  writeFileSync(join(outside, 'secret'), 'not for Threadr')
})
afterEach(() => rmSync(around, { recursive: true, force: true }))

const create = (path = folder) => createStorage({ kind: 'folder', folder: path })
const hello = new TextEncoder().encode('hello')
const dayAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000)
const soon = new Date(Date.now() + 60 * 60_000)

test('the folder is made with the first file, and its owner alone may read what is in it', async () => {
  await create().put('uploads/a/b', hello)
  const modeOf = (path: string) => statSync(join(folder, path)).mode & 0o777
  expect(['', 'uploads', 'uploads/a'].map(modeOf)).toEqual([0o700, 0o700, 0o700])
  expect(modeOf('uploads/a/b')).toBe(0o600)
  expect(readdirSync(join(folder, 'uploads/a'))).toEqual(['b'])
})

test('the folder itself may be a link, as where a disk was added', async () => {
  symlinkSync(outside, join(around, 'link'))
  await create(join(around, 'link')).put('a/b', hello)
  expect(readFileSync(join(outside, 'a/b'), 'utf8')).toBe('hello')
})

describe('links in the folder lead nowhere', () => {
  beforeEach(() => mkdirSync(folder, { recursive: true }))

  test('not in the middle of a key', async () => {
    symlinkSync(outside, join(folder, 'a'))
    const storage = create()
    const refusal = { code: 'storage-unavailable', message: expect.stringContaining('STORAGE_FOLDER') }
    await expect(storage.put('a/new', hello)).rejects.toMatchObject(refusal)
    await expect(storage.put('a/deep/new', hello)).rejects.toMatchObject(refusal)
    await expect(storage.get('a/secret')).rejects.toMatchObject(refusal)
    await expect(storage.delete('a/secret')).rejects.toMatchObject(refusal)
    expect(readdirSync(outside)).toEqual(['secret'])
    await expect(storage.listOlderThan('a', soon, 10)).rejects.toMatchObject(refusal)
  })

  test('not at its end', async () => {
    mkdirSync(join(folder, 'uploads'))
    for (const name of ['read', 'replaced', 'deleted'])
      symlinkSync(join(outside, 'secret'), join(folder, 'uploads', name))
    const storage = create()
    await expect(storage.get('uploads/read')).rejects.toMatchObject({ code: 'storage-unavailable' })
    await storage.put('uploads/replaced', hello)
    await storage.delete('uploads/deleted')
    expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('not for Threadr')
    expect(await storage.listOlderThan('uploads', soon, 10)).toEqual(['uploads/replaced'])
    expect(readdirSync(join(folder, 'uploads')).sort()).toEqual(['read', 'replaced'])
  })
})

test('what can’t be written to is told in one sentence, without the path, and worth another try', async () => {
  writeFileSync(join(around, 'file'), '')
  const failed = create(join(around, 'file')).put('a', hello)
  await expect(failed).rejects.toMatchObject({ code: 'storage-unavailable', status: 503, retryable: true })
  await expect(failed).rejects.toThrow(/^The folder where Threadr keeps files can’t be used \(E[A-Z]+\)\. /)
  await expect(failed).rejects.not.toThrow(around)
})

test('a file in the way of a key is told, and stays', async () => {
  const storage = create()
  await storage.put('a', hello)
  await expect(storage.put('a/b', hello)).rejects.toMatchObject({ code: 'storage-unavailable' })
  expect(await storage.get('a/b')).toBeNull()
  await storage.put('c/d', hello)
  await expect(storage.put('c', hello)).rejects.toMatchObject({ code: 'storage-unavailable' })
  expect(await storage.get('c')).toBeNull()
  await storage.delete('c')
  expect([await storage.get('a'), await storage.get('c/d')].map((bytes) => bytes?.length)).toEqual([5, 5])
  expect(readdirSync(folder).sort()).toEqual(['a', 'c'])
})

test('a writer that died leaves nothing that counts, and a day later nothing at all', async () => {
  const storage = create()
  await storage.put('uploads/whole', hello)
  for (const [name, age] of [
    ['new~', 0],
    ['old~', 2],
    ['README', 2],
  ] as const) {
    writeFileSync(join(folder, 'uploads', name), 'half')
    utimesSync(join(folder, 'uploads', name), dayAgo(age), dayAgo(age))
  }
  expect(await storage.listOlderThan('uploads', soon, 10)).toEqual(['uploads/whole'])
  expect(readdirSync(join(folder, 'uploads')).sort()).toEqual(['README', 'new~', 'whole'])
})

test('a file’s age counts from when it was last stored', async () => {
  const storage = create()
  for (const name of ['kept', 'renewed']) {
    await storage.put(`uploads/${name}`, hello)
    utimesSync(join(folder, 'uploads', name), dayAgo(40), dayAgo(40))
  }
  await storage.put('uploads/renewed', hello)
  expect(await storage.listOlderThan('uploads', dayAgo(30), 10)).toEqual(['uploads/kept'])
})

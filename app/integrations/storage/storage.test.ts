import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Storage } from '#app/platform/storage.ts'
import type { StorageSettings } from '#app/platform/storage-settings.ts'
import { type FakeS3, startFakeS3 } from '#tests/fakes/s3/server.ts'
import { createStorage } from './storage.ts'

let fake: FakeS3
let folder: string
beforeAll(async () => {
  fake = await startFakeS3({ pageSize: 2, region: 'eu-north-1' })
  folder = mkdtempSync(join(tmpdir(), 'threadr-storage-'))
})
afterAll(async () => {
  await fake.close()
  rmSync(folder, { recursive: true, force: true })
})

const kinds: [string, () => StorageSettings][] = [
  ['a local folder', () => ({ kind: 'folder', folder: join(folder, 'files') })],
  [
    'an S3-compatible service',
    () => {
      const { url: endpoint, bucket, region, accessKeyId, secretAccessKey } = fake
      return { kind: 's3', endpoint, bucket, region, accessKeyId, secretAccessKey, pathStyle: true }
    },
  ],
]

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes)
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000)

describe.each(kinds)('files in %s', { timeout: 30_000 }, (_, settings) => {
  let storage: Storage
  beforeAll(() => {
    storage = createStorage(settings(), { maxBytes: 200_000 })
  })

  test('come back byte for byte, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        await storage.put('bytes/any', bytes)
        expect(Buffer.compare((await storage.get('bytes/any')) ?? Buffer.from('none'), bytes)).toBe(0)
      }),
      { numRuns: 30 },
    )
  })

  test('of the largest size come back, and a byte more is refused', async () => {
    const largest = new Uint8Array(200_000).map((_, index) => index % 251)
    await storage.put('large', largest, { contentType: 'application/pdf' })
    expect(Buffer.compare((await storage.get('large')) ?? Buffer.alloc(0), largest)).toBe(0)
    await expect(storage.put('large', new Uint8Array(200_001))).rejects.toMatchObject({
      code: 'stored-file-too-large',
      status: 413,
    })
    expect((await storage.get('large'))?.length).toBe(200_000)
  })

  test('that somebody made too large are not read', async () => {
    await createStorage(settings()).put('foreign', new Uint8Array(900_000))
    await expect(storage.get('foreign')).rejects.toMatchObject({
      code: 'stored-file-too-large',
      retryable: false,
    })
  })

  test('that were never stored, or were deleted, are null', async () => {
    expect(await storage.get('never/stored')).toBeNull()
    await storage.put('gone/soon', bytesOf('x'))
    await storage.delete('gone/soon')
    expect(await storage.get('gone/soon')).toBeNull()
    await storage.delete('gone/soon')
    await storage.delete('never/stored')
    expect(await storage.get('gone')).toBeNull()
  })

  test('are replaced whole: of many who write one key at once, one has written it', async () => {
    const versions = Array.from({ length: 20 }, (_, index) => `${index}.`.repeat(5000 + index))
    const reads: Promise<Uint8Array | null>[] = []
    await storage.put('one/key', bytesOf(versions[0]!))
    await Promise.all(
      versions.map(async (version) => {
        reads.push(storage.get('one/key'))
        await storage.put('one/key', bytesOf(version))
      }),
    )
    expect(versions).toContain(textOf(await storage.get('one/key')))
    for (const read of await Promise.all(reads)) expect(versions).toContain(textOf(read))
  })

  test('may have any key there is', async () => {
    const part = fc
      .stringMatching(/^[a-z0-9-.]{1,12}$/)
      .filter((name) => name !== '.' && !name.includes('..'))
    // Each below a folder of its own, since a key can't be another's folder too.
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 5 }), async (parts) => {
        run += 1
        const key = [`run-${run}`, ...parts].join('/')
        await storage.put(key, bytesOf(key))
        expect(textOf(await storage.get(key))).toBe(key)
        expect(await storage.listOlderThan(`run-${run}`, minutesFromNow(1), 5)).toEqual([key])
      }),
      { numRuns: 30 },
    )
    await storage.put('k'.repeat(200), bytesOf('long'))
    expect(textOf(await storage.get('k'.repeat(200)))).toBe('long')
  })

  test.each([
    '',
    '/a',
    'a/',
    'a//b',
    '..',
    'a/../b',
    'a/..',
    'a/b..c',
    'a/./b',
    'A',
    'a b',
    'a\\b',
    'a/%2e%2e/b',
    'ä',
    'a\n',
    'a\0',
    '.hidden',
    'k'.repeat(201),
  ])('have no key like %j', async (key) => {
    const refusal = { code: 'storage-key-invalid', status: 400 }
    await expect(storage.put(key, bytesOf('x'))).rejects.toMatchObject(refusal)
    await expect(storage.get(key)).rejects.toMatchObject(refusal)
    await expect(storage.delete(key)).rejects.toMatchObject(refusal)
  })

  test('are found by their age, in the order of their keys and no more than asked for', async () => {
    const keys = [
      'sweep/a',
      'sweep/a-b',
      'sweep/a.b',
      'sweep/b-x',
      'sweep/b/c',
      'sweep/b/d',
      'sweep/c',
      'sweep/z',
    ]
    for (const key of [...keys, 'sweeping/not']) await storage.put(key, bytesOf(key))
    const soon = minutesFromNow(2)
    expect(await storage.listOlderThan('sweep', soon, 100)).toEqual([...keys].sort())
    expect(await storage.listOlderThan('sweep/', soon, 3)).toEqual([...keys].sort().slice(0, 3))
    expect(await storage.listOlderThan('sweep/b', soon, 100)).toEqual(['sweep/b/c', 'sweep/b/d'])
    expect(await storage.listOlderThan('sweep', minutesFromNow(-2), 100)).toEqual([])
    expect(await storage.listOlderThan('sweep', soon, 0)).toEqual([])
    expect(await storage.listOlderThan('nothing/here', soon, 100)).toEqual([])
    await expect(storage.listOlderThan('../sweep', soon, 100)).rejects.toMatchObject({
      code: 'storage-key-invalid',
    })
  })
})

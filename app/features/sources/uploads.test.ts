import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createStorage } from '#app/integrations/storage/storage.ts'
import { days } from '#app/platform/durations.ts'
import { storeUpload } from './store-upload.ts'
import { sweepUploads } from './sweep-uploads.ts'

function emptyStorage() {
  const folder = mkdtempSync(join(tmpdir(), 'threadr-uploads-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return createStorage({ kind: 'folder', folder })
}

test('an upload lies in the storage until it is two days old', async () => {
  const storage = emptyStorage()
  const bytes = new TextEncoder().encode('What was uploaded.')
  const upload = await storeUpload(storage, { fileName: 'a.html', bytes })
  expect(upload).toMatchObject({
    origin: 'file',
    fileName: 'a.html',
    bytesHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(await storage.get(upload.storageKey)).toEqual(bytes)
  await storage.put('cards/one', bytes)
  expect(await sweepUploads(storage)).toBe(0)
  expect(await sweepUploads(storage, new Date(Date.now() + days(3)))).toBe(1)
  expect(await storage.get(upload.storageKey)).toBeNull()
  expect(await storage.get('cards/one')).toEqual(bytes)
})

test('the same file twice is stored apart and known as the same', async () => {
  const storage = emptyStorage()
  const file = { fileName: 'a.pdf', bytes: new TextEncoder().encode('%PDF-1.7') }
  const [first, second] = [await storeUpload(storage, file), await storeUpload(storage, file)]
  expect(first.storageKey).not.toBe(second.storageKey)
  expect(first.bytesHash).toBe(second.bytesHash)
})

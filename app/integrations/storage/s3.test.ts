import { inspect } from 'node:util'
import { Agent } from 'undici'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FakeS3, type FakeS3Options, startFakeS3 } from '#tests/fakes/s3/server.ts'
import type { S3Options, S3Settings } from './s3-request.ts'
import { createStorage } from './storage.ts'

const fakes: FakeS3[] = []
let fake: FakeS3
async function start(options: FakeS3Options = {}): Promise<FakeS3> {
  const started = await startFakeS3(options)
  fakes.push(started)
  return started
}
beforeEach(async () => {
  fake = await start()
})
afterEach(async () => {
  for (const started of fakes.splice(0)) await started.close()
})

function storageOf(
  { url: endpoint, bucket, region, accessKeyId, secretAccessKey }: FakeS3,
  changed: Partial<S3Settings> = {},
  options: S3Options = {},
) {
  const settings = { endpoint, bucket, region, accessKeyId, secretAccessKey, pathStyle: true, ...changed }
  return createStorage({ ...settings, kind: 's3' }, { pauseMs: 1, maxBytes: 100_000, ...options })
}

const hello = new TextEncoder().encode('hello')
const soon = new Date(Date.now() + 60_000)
const failureOf = async (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('it did not fail'),
    (error: unknown) => error,
  )
const unavailable = { code: 'storage-unavailable', status: 503, retryable: true }

describe('how a bucket is addressed', () => {
  test('by path, with its content type', async () => {
    await storageOf(fake).put('uploads/a.b', hello, { contentType: 'text/plain; charset=utf-8' })
    expect(fake.requests).toEqual([`PUT 127.0.0.1:${fake.port} /threadr/uploads/a.b`])
    expect(fake.objects.get('uploads/a.b')?.contentType).toBe('text/plain; charset=utf-8')
    await storageOf(fake).put('uploads/b', hello, { contentType: 'text/plain\r\nx-amz-acl: public-read' })
    expect(fake.objects.get('uploads/b')?.contentType).toBe('application/octet-stream')
  })

  test('by host name, for a service that knows its buckets by theirs', async () => {
    const dispatcher = new Agent({
      connect: { lookup: (_host, _options, answer) => answer(null, [{ address: '127.0.0.1', family: 4 }]) },
    })
    const storage = storageOf(
      fake,
      { endpoint: `http://s3.test:${fake.port}`, pathStyle: false },
      { dispatcher },
    )
    await storage.put('uploads/a', hello)
    expect(await storage.listOlderThan('uploads', soon, 10)).toEqual(['uploads/a'])
    expect(fake.requests).toEqual([
      `PUT threadr.s3.test:${fake.port} /uploads/a`,
      `GET threadr.s3.test:${fake.port} /?list-type=2&prefix=uploads%2F`,
    ])
    await dispatcher.close()
  })
})

describe('what passes is tried again', () => {
  test.each([
    ['503 SlowDown', { kind: 'error', status: 503, code: 'SlowDown' }],
    ['429', { kind: 'error', status: 429, code: 'TooManyRequests' }],
    ['a connection that is cut', { kind: 'cut' }],
  ] as const)('%s, twice: the third try counts', async (_, fault) => {
    const storage = storageOf(fake)
    fake.fail(fault, 2)
    await storage.put('a/b', hello)
    fake.fail(fault, 2)
    expect(await storage.get('a/b')).toEqual(hello)
    fake.fail(fault, 2)
    expect(await storage.listOlderThan('a', soon, 10)).toEqual(['a/b'])
    fake.fail(fault, 2)
    await storage.delete('a/b')
    expect(fake.requests).toHaveLength(12)
    expect(fake.objects.size).toBe(0)
  })

  test('three times and no more, then it is told', async () => {
    fake.fail({ kind: 'error', status: 503, code: 'SlowDown' }, 3)
    const error = await failureOf(storageOf(fake).get('a'))
    expect(error).toMatchObject({ ...unavailable, message: expect.stringContaining('Try again') })
    expect(inspect(error)).toContain('S3 answered 503 SlowDown')
    expect(fake.requests).toHaveLength(3)
  })

  test('a server that never answers is left after the time-out of each try', async () => {
    fake.fail({ kind: 'hang' }, 10)
    const failed = storageOf(fake, {}, { timeoutMs: 200 }).put('a', hello)
    await expect(failed).rejects.toMatchObject(unavailable)
    expect(fake.requests.length).toBeLessThanOrEqual(3)
  })

  test('nobody there is told as well', async () => {
    const { port } = await start()
    await fakes.pop()?.close()
    const failed = storageOf(fake, { endpoint: `http://127.0.0.1:${port}` }).get('a')
    await expect(failed).rejects.toMatchObject(unavailable)
  })
})

describe('what no waiting changes is told at once', () => {
  test.each<[string, Partial<S3Settings>, string]>([
    ['a wrong secret', { secretAccessKey: 'another-secret-key' }, '403 SignatureDoesNotMatch'],
    ['an unknown key id', { accessKeyId: 'another-key-id' }, '403 InvalidAccessKeyId'],
    ['another region', { region: 'eu-north-1' }, '400 AuthorizationHeaderMalformed'],
    ['a bucket that isn’t there', { bucket: 'another' }, '404 NoSuchBucket'],
  ])('%s', async (_, wrong, reason) => {
    const storage = storageOf(fake, wrong)
    const calls = [
      storage.get('a'),
      storage.put('a', hello),
      storage.delete('a'),
      storage.listOlderThan('a', soon, 1),
    ]
    for (const error of await Promise.all(calls.map(failureOf))) {
      expect(error).toMatchObject({ ...unavailable, message: expect.stringContaining('S3 settings') })
      const said = inspect(error, { depth: 20, showHidden: true })
      expect(said).toContain(reason)
      for (const secret of [fake.secretAccessKey, 'another-secret-key', 'Signature=', fake.accessKeyId])
        expect(said).not.toContain(secret)
    }
    expect(fake.requests).toHaveLength(4)
  })

  test('a clock that is 20 minutes off', async () => {
    const late = await start({ now: () => new Date(Date.now() + 20 * 60_000) })
    expect(inspect(await failureOf(storageOf(late).get('a')))).toContain('RequestTimeTooSkewed')
    expect(late.requests).toHaveLength(1)
  })

  test.each([
    ['a page that isn’t there', 404, '<html>Not found</html>'],
    ['a way to somewhere else', 301, ''],
  ])('an address that isn’t S3’s: %s', async (_, status, body) => {
    fake.fail({ kind: 'raw', status, body }, 2)
    await expect(storageOf(fake).get('a')).rejects.toMatchObject(unavailable)
    await expect(storageOf(fake).delete('a')).rejects.toMatchObject(unavailable)
    expect(fake.requests).toHaveLength(2)
  })

  const entry = '<Contents><Key>a/b</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>'
  const list = (inner: string) => `<ListBucketResult>${inner}</ListBucketResult>`
  test.each([
    ['a page of another kind', '<html>Welcome</html>'],
    ['a list that breaks off', `<ListBucketResult><IsTruncated>false</IsTruncated>${entry}`],
    ['a list without its end', list(entry)],
    ['a list that goes on nowhere', list(`<IsTruncated>true</IsTruncated>${entry}`)],
    ['a list without dates', list('<IsTruncated>false</IsTruncated><Contents><Key>a/b</Key></Contents>')],
    ['a list that is nested without end', '<a>'.repeat(500_000)],
  ])('%s', async (_, body) => {
    fake.fail({ kind: 'raw', status: 200, body })
    const failed = storageOf(fake).listOlderThan('a', soon, 10)
    await expect(failed).rejects.toMatchObject(unavailable)
  })

  test('a list that leads to itself', async () => {
    const body = list(
      `<IsTruncated>true</IsTruncated><NextContinuationToken>same</NextContinuationToken>${entry}`,
    )
    fake.fail({ kind: 'raw', status: 200, body }, 2)
    await expect(storageOf(fake).listOlderThan('a', soon, 10)).rejects.toMatchObject(unavailable)
    expect(fake.requests).toHaveLength(2)
  })
})

test('objects that others keep in the bucket are left out of a sweep', async () => {
  const storage = storageOf(fake)
  await storage.put('a/ours', hello)
  for (const key of ['a/Theirs & more', 'a/<b>', 'a/folder/'])
    fake.objects.set(key, { bytes: Buffer.from('x'), contentType: '', modified: new Date(0) })
  expect(await storage.listOlderThan('a', soon, 10)).toEqual(['a/ours'])
})

test('a long list is read only as far as it is asked for', async () => {
  const paged = await start({ pageSize: 10 })
  for (let index = 100; index < 200; index += 1)
    paged.objects.set(`a/${index}`, { bytes: Buffer.from('x'), contentType: '', modified: new Date(index) })
  expect(await storageOf(paged).listOlderThan('a', new Date(150), 100)).toHaveLength(50)
  expect(paged.requests).toHaveLength(10)
  expect(await storageOf(paged).listOlderThan('a', soon, 15)).toHaveLength(15)
  expect(paged.requests).toHaveLength(12)
})

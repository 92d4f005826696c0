import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sign } from 'aws4'
import { afterEach, describe, expect, test } from 'vitest'
import { startFakeS3 } from './server.ts'
import { refusalOf, signatureOf } from './signature.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function start(options: Parameters<typeof startFakeS3>[0] = {}) {
  const fake = await startFakeS3(options)
  closers.push(fake.close)
  return fake
}

type Fake = Awaited<ReturnType<typeof start>>
type Change = {
  headers?: Record<string, string>
  credentials?: Partial<Fake>
  /** Sent but not signed. */
  added?: Record<string, string>
  body?: string
}

/** Signed by a third hand, neither the fake's own nor that of the library which Threadr signs with. */
async function send(fake: Fake, method: string, path: string, body = '', change: Change = {}) {
  const { accessKeyId, secretAccessKey, region } = { ...fake, ...change.credentials }
  const unsigned = {
    service: 's3',
    region,
    method,
    host: `127.0.0.1:${fake.port}`,
    path,
    body,
    headers: change.headers ?? {},
  }
  const { headers = {} } = sign(unsigned, { accessKeyId, secretAccessKey })
  const sent = new Headers(change.added)
  for (const [name, value] of Object.entries(headers))
    if (!['host', 'content-length'].includes(name.toLowerCase())) sent.set(name, String(value))
  const response = await fetch(`${fake.url}${path}`, {
    method,
    headers: sent,
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: change.body ?? body }),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('keeps objects as S3 does, whatever their keys hold', async () => {
  const fake = await start()
  const path = '/threadr/a%20b/%C3%A9%2B%24.txt'
  expect(await send(fake, 'GET', path)).toMatchObject({
    status: 404,
    text: expect.stringContaining('<Code>NoSuchKey</Code>'),
  })
  const put = await send(fake, 'PUT', path, 'hello', { headers: { 'content-type': 'text/plain' } })
  expect(put.status).toBe(200)
  expect([...fake.objects.keys()]).toEqual(['a b/é+$.txt'])
  const got = await send(fake, 'GET', path)
  expect(got).toMatchObject({ status: 200, text: 'hello' })
  expect(got.headers.get('content-type')).toBe('text/plain')
  expect((await send(fake, 'DELETE', path)).status).toBe(204)
  expect((await send(fake, 'DELETE', path)).status).toBe(204)
  expect(fake.objects.size).toBe(0)
})

test('lists in pages, each leading to the next', async () => {
  const fake = await start({ pageSize: 2 })
  for (const key of ['a/2', 'a/1', 'a/3', 'b/1']) await send(fake, 'PUT', `/threadr/${key}`, 'x')
  const first = await send(fake, 'GET', '/threadr/?list-type=2&prefix=a%2F')
  expect(first.text.match(/<Key>[^<]*/g)).toEqual(['<Key>a/1', '<Key>a/2'])
  const token = encodeURIComponent(/<NextContinuationToken>([^<]+)/.exec(first.text)?.[1] ?? '')
  const second = await send(fake, 'GET', `/threadr/?list-type=2&prefix=a%2F&continuation-token=${token}`)
  expect(second.text.match(/<Key>[^<]*/g)).toEqual(['<Key>a/3'])
  expect(second.text).toContain('<IsTruncated>false</IsTruncated>')
})

describe('refuses', () => {
  test.each<[string, Change & { now?: Date }, number, string]>([
    ['a wrong secret', { credentials: { secretAccessKey: 'another' } }, 403, 'SignatureDoesNotMatch'],
    ['an unknown key id', { credentials: { accessKeyId: 'nobody' } }, 403, 'InvalidAccessKeyId'],
    ['another region', { credentials: { region: 'eu-north-1' } }, 400, 'AuthorizationHeaderMalformed'],
    ['an order that was not signed', { added: { 'x-amz-acl': 'public-read' } }, 403, 'AccessDenied'],
    ['another body than was signed', { body: 'hallo' }, 400, 'XAmzContentSHA256Mismatch'],
    [
      'a body that was not signed',
      { headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } },
      400,
      'XAmzContentSHA256Mismatch',
    ],
    [
      'a clock that is 16 minutes behind',
      { now: new Date(Date.now() + 16 * 60_000) },
      403,
      'RequestTimeTooSkewed',
    ],
    [
      'a clock that is 16 minutes ahead',
      { now: new Date(Date.now() - 16 * 60_000) },
      403,
      'RequestTimeTooSkewed',
    ],
  ])('%s', async (_, { now, ...change }, status, code) => {
    const fake = await start(now ? { now: () => now } : {})
    const answer = await send(fake, 'PUT', '/threadr/a', 'hello', change)
    expect(answer).toMatchObject({ status, text: expect.stringContaining(`<Code>${code}</Code>`) })
    expect(fake.objects.size).toBe(0)
  })

  test('a request that nobody signed, and another bucket', async () => {
    const fake = await start()
    expect((await fetch(`${fake.url}/threadr/a`)).status).toBe(403)
    expect(await send(fake, 'GET', '/other/a')).toMatchObject({
      status: 404,
      text: expect.stringContaining('NoSuchBucket'),
    })
  })
})

test.each([
  [
    'GET /test.txt',
    { range: 'bytes=0-9' },
    '',
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'PUT /test$file.text',
    { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
    'Welcome to Amazon S3.',
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  ],
  ['GET /?lifecycle', {}, '', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
  ['GET /?prefix=J&max-keys=2', {}, '', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
])('finds the signature that AWS publishes for %s', async (line, more, text, published) => {
  const [method = '', url = ''] = line.split(' ')
  const body = Buffer.from(text)
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', body)).toString('hex')
  const headers = {
    host: 'examplebucket.s3.amazonaws.com',
    'x-amz-content-sha256': hash,
    'x-amz-date': '20130524T000000Z',
    ...more,
  }
  const credentials = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
  }
  const names = Object.keys(headers).sort()
  expect(signatureOf({ method, url, headers }, credentials, names)).toBe(published)
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${names.join(';')},Signature=${published}`
  const request = { method, url, headers: { ...headers, authorization }, body }
  expect(refusalOf(request, credentials, new Date('2013-05-24T00:10:00Z'))).toBeNull()
})

test('runs by hand, says how to use it, and leaves when it is told to', { timeout: 30_000 }, async () => {
  const child = spawn(process.execPath, ['tests/fakes/s3/main.ts', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  try {
    for await (const chunk of child.stdout!) {
      said += chunk
      if (said.includes('S3_SECRET_ACCESS_KEY=')) break
    }
  } finally {
    child.kill('SIGTERM')
  }
  expect(said).toMatch(/S3_ENDPOINT=http:\/\/127\.0\.0\.1:\d+ S3_BUCKET=threadr/)
  const code = child.exitCode ?? (await once(child, 'exit'))[0]
  expect(code).toBe(0)
})

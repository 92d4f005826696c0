import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { errorXml, listXml, type StoredObject } from './answers.ts'
import { type Credentials, refusalOf } from './signature.ts'

/** How the next requests go wrong, each counted down by a request of its own. */
type Fault =
  | { kind: 'error'; status: number; code: string }
  /** Never answers. */
  | { kind: 'hang' }
  /** Breaks the connection off: within the body of a GET's answer, else before any answer. */
  | { kind: 'cut' }
  /** Answers with something that isn't S3's. */
  | { kind: 'raw'; status: number; body: string }

export type FakeS3Options = Partial<Credentials> & {
  bucket?: string
  /** The most objects that a page of a list holds. */
  pageSize?: number
  /** Its clock, for signatures. */
  now?: () => Date
  /** 0 takes a free port. */
  port?: number
}

export type FakeS3 = Credentials & {
  /** The endpoint to give a client, without the bucket. */
  url: string
  port: number
  bucket: string
  objects: Map<string, StoredObject>
  /** `METHOD host path` of every request that came, oldest first. */
  requests: string[]
  /** Lets the next `times` requests go wrong. */
  fail(fault: Fault, times?: number): void
  close(): Promise<void>
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer = '',
  type = 'application/xml',
) {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

/**
 * Starts a server on 127.0.0.1 that speaks as much of S3 as Threadr uses, over one bucket in memory: PUT, GET and
 * DELETE of objects and ListObjectsV2, by path or by host name, each signature checked. `close` ends open connections.
 */
export async function startFakeS3(options: FakeS3Options = {}): Promise<FakeS3> {
  const { bucket = 'threadr', pageSize = 1000, now = () => new Date() } = options
  const credentials = {
    accessKeyId: options.accessKeyId ?? 'fake-key-id',
    secretAccessKey: options.secretAccessKey ?? 'fake-secret-access-key',
    region: options.region ?? 'us-east-1',
  }
  const objects = new Map<string, StoredObject>()
  const requests: string[] = []
  const faults: Fault[] = []

  function answerObject(
    method: string,
    key: string,
    body: Buffer,
    contentType: string,
    response: ServerResponse,
  ) {
    const object = objects.get(key)
    if (method === 'PUT') {
      objects.set(key, { bytes: body, contentType, modified: now() })
      send(response, 200)
    } else if (method === 'DELETE') {
      objects.delete(key)
      send(response, 204)
    } else if (method !== 'GET') refuse(response, 405, 'MethodNotAllowed', 'The method is not allowed.')
    else if (object) send(response, 200, object.bytes, object.contentType)
    else refuse(response, 404, 'NoSuchKey', 'The specified key does not exist.')
  }

  const refuse = (response: ServerResponse, status: number, code: string, message: string) =>
    send(response, status, errorXml(code, message, credentials.accessKeyId))

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const { method = '', url = '', headers } = request
    requests.push(`${method} ${headers.host} ${url}`)
    const fault = faults.shift()
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'cut' && method !== 'GET') return void response.destroy()
    const body = await readBody(request)
    if (fault?.kind === 'error')
      return refuse(response, fault.status, fault.code, 'The fake was told to fail.')
    if (fault?.kind === 'raw') return send(response, fault.status, fault.body, 'text/html')

    const refusal = refusalOf({ method, url, headers, body }, credentials, now())
    if (refusal) return refuse(response, refusal.status, refusal.code, refusal.message)
    const { pathname, searchParams } = new URL(url, 'http://fake')
    const named = headers.host?.startsWith(`${bucket}.`) ? `/${bucket}${pathname}` : pathname
    const [, wanted, ...parts] = named.split('/').map(decodeURIComponent)
    if (wanted !== bucket)
      return refuse(response, 404, 'NoSuchBucket', 'The specified bucket does not exist.')
    const key = parts.join('/')
    if (fault?.kind === 'cut') return cutWithinBody(response, objects.get(key)?.bytes)
    if (key !== '') return answerObject(method, key, body, headers['content-type'] ?? '', response)
    if (method !== 'GET' || searchParams.get('list-type') !== '2')
      return refuse(response, 501, 'NotImplemented', 'The fake only lists, by version 2.')
    const page = { prefix: searchParams.get('prefix') ?? '', token: searchParams.get('continuation-token') }
    send(response, 200, listXml(bucket, objects, { ...page, pageSize }))
  }

  // A client that goes away while it still sends makes the reading throw.
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The fake has no port.')
  return {
    ...credentials,
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    bucket,
    objects,
    requests,
    fail: (fault, times = 1) => void faults.push(...Array.from({ length: times }, () => fault)),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

/** Promises the whole and delivers half. */
function cutWithinBody(response: ServerResponse, bytes: Buffer = Buffer.from('nothing of the kind')) {
  response.writeHead(200, { 'content-length': bytes.length })
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy())
}

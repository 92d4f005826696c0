import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/**
 * Checks AWS Signature Version 4 as S3 does, from the specification and not through the library that signs:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export type SignedRequest = {
  method: string
  /** As it came: path and query, still encoded. */
  url: string
  headers: IncomingHttpHeaders
  body: Uint8Array
}

export type Credentials = { accessKeyId: string; secretAccessKey: string; region: string }

export type Refusal = { status: number; code: string; message: string }

const mostSkewMs = 15 * 60 * 1000

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** UriEncode of the specification: everything but unreserved characters, byte by byte, in upper-case hex. */
const uriEncode = (text: string) =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte)
      if (/[A-Za-z0-9._~-]/.test(character)) return character
      return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')

const canonicalPath = (path: string) =>
  path
    .split('/')
    .map((part) => uriEncode(decodeURIComponent(part)))
    .join('/')

const canonicalQuery = (query: string) =>
  query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      const decode = (part: string) => uriEncode(decodeURIComponent(part.replaceAll('+', '%20')))
      return [decode(name), decode(value.join('='))] as const
    })
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&')

const headerValue = (value: string | string[] | undefined) =>
  [value ?? []].flat().join(',').trim().replaceAll(/ +/g, ' ')

/** The signature that a request must have, given the headers that its sender says were signed. */
export function signatureOf(
  { method, url, headers }: Omit<SignedRequest, 'body'>,
  { secretAccessKey, region }: Credentials,
  signedHeaders: string[],
): string {
  const [path = '', query = ''] = url.split('?', 2)
  const timestamp = headerValue(headers['x-amz-date'])
  const day = timestamp.slice(0, 8)
  const canonicalRequest = [
    method,
    canonicalPath(path),
    canonicalQuery(query),
    ...signedHeaders.map((name) => `${name}:${headerValue(headers[name])}`),
    '',
    signedHeaders.join(';'),
    headerValue(headers['x-amz-content-sha256']),
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const stringToSign = ['AWS4-HMAC-SHA256', timestamp, scope, sha256(canonicalRequest)].join('\n')
  const dayKey = hmac(`AWS4${secretAccessKey}`, day)
  const key = [region, 's3', 'aws4_request'].reduce((from, part) => hmac(from, part), dayKey)
  return hmac(key, stringToSign).toString('hex')
}

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/

/** Why S3 would refuse a request; null where it is signed as it must be. Unsigned bodies are refused here, too. */
export function refusalOf(
  request: SignedRequest,
  credentials: Credentials,
  now = new Date(),
): Refusal | null {
  const { headers, body } = request
  const denied = (code: string, message: string, status = 403) => ({ status, code, message })
  const [, keyId, day, region, names = '', signature = ''] =
    authorization.exec(headers.authorization ?? '') ?? []
  if (keyId === undefined) return denied('AccessDenied', 'Access Denied')
  if (keyId !== credentials.accessKeyId)
    return denied('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')

  const timestamp = headerValue(headers['x-amz-date'])
  const [, year, month, date, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp) ?? []
  const signedAt = Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(signedAt)) return denied('AccessDenied', 'AWS authentication requires a valid Date')
  if (Math.abs(now.getTime() - signedAt) > mostSkewMs)
    return denied(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    )
  if (region !== credentials.region || day !== timestamp.slice(0, 8))
    return denied('AuthorizationHeaderMalformed', 'The authorization header is malformed.', 400)

  const signedHeaders = names.split(';')
  const mustBeSigned = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))]
  if (!mustBeSigned.every((name) => signedHeaders.includes(name)))
    return denied('AccessDenied', 'There were headers present in the request which were not signed')
  const wanted = signatureOf(request, credentials, signedHeaders)
  if (!timingSafeEqual(Buffer.from(wanted), Buffer.from(signature)))
    return denied('SignatureDoesNotMatch', 'The request signature we calculated does not match.')
  if (headers['x-amz-content-sha256'] !== sha256(body))
    return denied(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
      400,
    )
  return null
}

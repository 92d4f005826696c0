import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import { Agent, type Dispatcher, request } from 'undici'
import { seconds } from '#app/platform/durations.ts'
import { AppError } from '#app/platform/errors.ts'
import type { StorageSettings } from '#app/platform/storage-settings.ts'
import { readAtMost } from '../read-at-most.ts'
import { storageUnreachable, storedFileTooLarge } from './failures.ts'
import { errorOfAnswer } from './s3-answers.ts'

export type S3Settings = Extract<StorageSettings, { kind: 's3' }>

export type S3Options = {
  /** How long a try may take, the body included, in milliseconds. */
  timeoutMs?: number
  /** About how long to wait before the second try, in milliseconds; four times that before the third. */
  pauseMs?: number
  /** Opens the connections; a test's own, to reach a host name that isn't in any name server. */
  dispatcher?: Dispatcher
}

type S3Request = {
  method: 'GET' | 'PUT' | 'DELETE'
  /** Without one the request is to the bucket itself. */
  key?: string
  query?: Record<string, string>
  body?: Uint8Array
  contentType?: string
  /** The most that is read of a good answer. */
  maxBytes?: number
}

export type S3Answer = { status: number; bytes: Uint8Array }

const mostTries = 3
/** S3 says what is wrong in less; what a stranger says instead needs no more. */
const mostOfError = 64 * 1024

const isWorthAnotherTry = (status: number) => status >= 500 || status === 429

/**
 * Sends signed requests to a bucket. Every request may be repeated without harm, so one that got no answer, or 429 or
 * 5xx, is tried three times in all. Answers with whatever else came, and throws `storage-unavailable` where nothing
 * did. Redirects are not followed: they mean a bucket of another region.
 */
export function createS3Sender(settings: S3Settings, options: S3Options) {
  const { timeoutMs = seconds(10), pauseMs = 200 } = options
  const dispatcher = options.dispatcher ?? new Agent({ connect: { timeout: timeoutMs } })

  async function sendOnce(wanted: S3Request): Promise<S3Answer> {
    const { method, body, maxBytes = mostOfError } = wanted
    // Signed anew for each try: a signature is good for 15 minutes, a machine may sleep longer.
    const signed = await sign(settings, wanted)
    const answer = await request(signed.url, {
      method,
      headers: Object.fromEntries(signed.headers),
      body,
      dispatcher,
      signal: AbortSignal.timeout(timeoutMs),
    })
    const isGood = answer.statusCode < 300
    const { bytes, isWhole } = await readAtMost(answer.body, isGood ? maxBytes : mostOfError)
    if (isGood && !isWhole) throw storedFileTooLarge(maxBytes)
    return { status: answer.statusCode, bytes }
  }

  return async function send(wanted: S3Request): Promise<S3Answer> {
    for (let tried = 1; ; tried += 1) {
      let cause: unknown
      try {
        const answer = await sendOnce(wanted)
        if (!isWorthAnotherTry(answer.status)) return answer
        cause = errorOfAnswer(answer)
      } catch (error) {
        if (error instanceof AppError) throw error
        cause = error
      }
      if (tried === mostTries) throw storageUnreachable(cause)
      // Spread out, so that many who failed at once don't come back at once.
      await sleep(pauseMs * 4 ** (tried - 1) * (0.5 + Math.random()))
    }
  }
}

function sign(settings: S3Settings, { method, key, query, body, contentType }: S3Request) {
  const headers = new Headers({
    'x-amz-content-sha256': createHash('sha256')
      .update(body ?? '')
      .digest('hex'),
  })
  if (contentType) headers.set('content-type', contentType)
  const { region, accessKeyId, secretAccessKey } = settings
  const url = addressOf(settings, key, query).href
  return new AwsV4Signer({
    method,
    url,
    headers,
    service: 's3',
    region,
    accessKeyId,
    secretAccessKey,
  }).sign()
}

function addressOf(
  { endpoint, bucket, pathStyle }: S3Settings,
  key = '',
  query: Record<string, string> = {},
): URL {
  const url = new URL(endpoint)
  const path = key.split('/').map(encodeURIComponent).join('/')
  if (pathStyle) url.pathname = `${url.pathname.replace(/\/$/, '')}/${bucket}/${path}`
  else {
    url.hostname = `${bucket}.${url.hostname}`
    url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

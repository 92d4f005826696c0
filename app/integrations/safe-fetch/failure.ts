import { z } from 'zod'
import { AppError } from '#app/platform/errors.ts'
import { type DoorCode, refusal } from './refusal.ts'

const coded = z.object({ code: z.string() })
const nested = z.object({ cause: z.unknown().optional(), errors: z.array(z.unknown()).optional() })

/** Every error within an error: causes, and the parts of an aggregate; a few levels are all there ever are. */
function layers(error: unknown, depth = 0): unknown[] {
  if (depth > 4 || error === null || typeof error !== 'object') return []
  const parsed = nested.safeParse(error)
  const inner = parsed.success ? [parsed.data.cause, ...(parsed.data.errors ?? [])] : []
  return [error, ...inner.flatMap((each) => layers(each, depth + 1))]
}

type Failure = { code: DoorCode; message: string; status: number; retryable: boolean }

const failures: [RegExp, Failure][] = [
  [
    /^(?:ENOTFOUND|ENODATA|EAI_NONAME|ERR_INVALID_URL)$/,
    {
      code: 'host-not-found',
      message: 'No site was found at this address. Check its spelling, or paste the text instead.',
      status: 422,
      retryable: false,
    },
  ],
  [
    /^EAI_AGAIN$/,
    {
      code: 'host-not-found',
      message:
        "The site's name couldn't be looked up just now. Check its spelling and try again, or paste the text instead.",
      status: 422,
      retryable: true,
    },
  ],
  [
    /^(?:UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT|ESOCKETTIMEDOUT)$/,
    {
      code: 'page-timeout',
      message: 'The page took too long to answer. Try again in a minute, or paste the text instead.',
      status: 504,
      retryable: true,
    },
  ],
  [
    /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/,
    {
      code: 'host-unreachable',
      message: "The site can't be reached. Check the address and try again, or paste the text instead.",
      status: 502,
      retryable: true,
    },
  ],
  [
    /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/,
    {
      code: 'connection-lost',
      message:
        'The site broke off the connection before the page was complete. Try again, or paste the text instead.',
      status: 502,
      retryable: true,
    },
  ],
  [
    /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH)/,
    {
      code: 'tls-failed',
      message:
        "No secure connection to this site was possible: its certificate isn't valid. Check the address, or paste the text instead.",
      status: 502,
      retryable: false,
    },
  ],
  [
    /^(?:Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ZSTD_|ERR_ZLIB|HPE_|UND_ERR_HEADERS_OVERFLOW)/,
    {
      code: 'page-unreadable',
      message: "The site's answer is damaged and can't be read. Try again later, or paste the text instead.",
      status: 502,
      retryable: false,
    },
  ],
]

/** What a failed request means to the person, as an AppError; the technical error stays its cause. */
export function explainFailure(error: unknown): AppError {
  const all = layers(error)
  const own = all.find((each) => each instanceof AppError)
  if (own) return own
  const codes = all.flatMap((each) => {
    const parsed = coded.safeParse(each)
    if (parsed.success) return [parsed.data.code]
    // undici's parser names its errors without a code where the answer is no HTTP at all.
    return each instanceof Error && each.name === 'HTTPParserError' ? ['HPE_INVALID'] : []
  })
  for (const [pattern, { code, message, status, retryable }] of failures) {
    if (codes.some((each) => pattern.test(each))) {
      return refusal(code, message, { status, retryable, cause: error })
    }
  }
  return refusal(
    'page-unreachable',
    "The page couldn't be fetched. Check the address and try again, or paste the text instead.",
    { status: 502, retryable: true, cause: error },
  )
}

/** The same answer for the limit on the whole fetch, which ends a request by its signal. */
export function timedOut(totalMs: number): AppError {
  return refusal(
    'page-timeout',
    `The page wasn't complete after ${Math.round(totalMs / 100) / 10} seconds. Try again in a minute, or paste the text instead.`,
    { status: 504, retryable: true },
  )
}

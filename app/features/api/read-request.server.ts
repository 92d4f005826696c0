import { z } from 'zod'
import { AppError } from '#app/platform/errors.ts'
import { readBody } from '#app/platform/read-body.server.ts'
import { ifMatchSchema } from './contract/requests.ts'

/**
 * The JSON of a request's body, by its schema. Throws AppErrors: `not-json` (415, 400) and `body-too-large` (413), whatever
 * length the request claims; and the schema's ZodError.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  { mostBytes }: { mostBytes: number },
): Promise<z.infer<Schema>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? ''))
    throw new AppError('not-json', 'Send JSON, and say so: “Content-Type: application/json”.', {
      status: 415,
    })
  const text = await readText(request, mostBytes)
  return schema.parse(parsed(text))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('not-json', 'The body is no JSON.', { status: 400 })
  }
}

async function readText(request: Request, mostBytes: number): Promise<string> {
  const text = await readBody(request, mostBytes)
  if (text === null)
    throw new AppError('body-too-large', `Send ${mostBytes.toLocaleString('en')} bytes at most.`, {
      status: 413,
    })
  return text
}

/** What an address asks for behind its question mark. Throws the schema's ZodError, for what it doesn't know too. */
export const readQuery = <Schema extends z.ZodType>(request: Request, schema: Schema): z.infer<Schema> =>
  schema.parse(Object.fromEntries(new URL(request.url).searchParams))

/** The thread's version that a change is based on. Throws `version-missing` (428) or `version-unreadable` (400). */
export function readIfMatch(request: Request): number {
  const given = request.headers.get('If-Match')
  if (given === null)
    throw new AppError('version-missing', 'Say which version you change: “If-Match: "3"”.', { status: 428 })
  const version = ifMatchSchema.safeParse(given.trim())
  if (!version.success)
    throw new AppError('version-unreadable', 'If-Match has to be one version in quotes: "3".', {
      status: 400,
    })
  return Number(version.data.slice(1, -1))
}

/** Another version than the one that was named is what If-Match calls a failed precondition (RFC 9110, 13.1.1). */
export function asPrecondition(error: unknown): never {
  if (error instanceof AppError && error.code === 'thread-changed')
    throw new AppError(error.code, error.message, { status: 412, cause: error })
  throw error
}

/** The key of a request that may be sent again; undefined without one. Throws an AppError at `Idempotency-Key`. */
export function keyOfHeader(request: Request, schema: z.ZodType<string>): string | undefined {
  const given = request.headers.get('Idempotency-Key')
  if (given === null) return undefined
  const key = schema.safeParse(given)
  if (key.success) return key.data
  throw new AppError('invalid-input', key.error.issues[0]?.message ?? 'This is no key.', {
    status: 422,
    field: 'Idempotency-Key',
  })
}

const idSchema = z.uuid()

/** An id of an address; what can't be one names nothing. Throws `thread-not-found` or `tweet-not-found` (404). */
export function idOf(value: string | undefined, noun: 'thread' | 'tweet'): string {
  const id = idSchema.safeParse(value)
  if (!id.success) throw new AppError(`${noun}-not-found`, `There is no such ${noun} here.`, { status: 404 })
  return id.data
}

import { type Dispatcher, request } from 'undici'
import { readBody, tooLarge } from './read-body.ts'
import { untilAborted } from './until-aborted.ts'

/** A page as it arrived, whatever its status: the caller decides what a 404 means. */
export type FetchedPage = {
  /** Where the page was found after redirects, without a fragment. */
  url: string
  status: number
  /** Media type in lower case without parameters; null where none was sent. */
  contentType: string | null
  /** As the Content-Type header declares it; null where it doesn't. */
  charset: string | null
  /** Decoded bytes, the caller's own. */
  body: Uint8Array
  /** Lower-case names; several of one name joined with ", ". */
  headers: Readonly<Record<string, string>>
}

type RequestOptions = {
  dispatcher: Dispatcher
  signal: AbortSignal
  userAgent: string
  accept: string
  /** Decoded bytes. */
  maxBytes: number
  whenOver?: 'refuse' | 'cut'
}

const redirects = new Set([301, 302, 303, 307, 308])

function flatten(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}

/** Many sites write an address into a header in UTF-8 as it is, which undici hands on byte by byte. */
function readAsUtf8(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'))
  } catch {
    return header
  }
}

function typeOf(header = ''): Pick<FetchedPage, 'contentType' | 'charset'> {
  const [type, ...parameters] = header.split(';')
  const charset = parameters.map((each) => /^\s*charset\s*=\s*["']?([\w:.-]+)/i.exec(each)?.[1]).find(Boolean)
  return { contentType: type?.trim().toLowerCase() || null, charset: charset?.toLowerCase() ?? null }
}

/**
 * One request, no redirect followed: the page, or where it says to go on. A body that isn't wanted isn't read. The
 * address has to have been checked. Throws the errors of readBody and undici's own.
 */
export async function requestPage(
  url: URL,
  { dispatcher, signal, userAgent, accept, maxBytes, whenOver = 'refuse' }: RequestOptions,
): Promise<FetchedPage | { redirect: string }> {
  const asked = request(url, {
    dispatcher,
    signal,
    headers: { 'user-agent': userAgent, accept, 'accept-encoding': 'gzip, deflate, br, zstd' },
  })
  // undici only looks at the signal once there is a connection, which a slow host can put off.
  const { statusCode, headers, body } = await untilAborted(asked, signal, (late) =>
    late.body.on('error', () => {}).destroy(),
  )
  // Whatever ends the reading must also end the connection, and an error after that is nobody's.
  body.on('error', () => {})
  try {
    const flat = flatten(headers)
    if (redirects.has(statusCode) && flat.location) return { redirect: readAsUtf8(flat.location) }
    if (whenOver === 'refuse' && Number(flat['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes)
    const bytes = await readBody(body, flat['content-encoding'] ?? '', { maxBytes, whenOver })
    return { url: url.href, status: statusCode, ...typeOf(flat['content-type']), body: bytes, headers: flat }
  } finally {
    body.destroy()
  }
}

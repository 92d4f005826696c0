import { Agent, type buildConnector, request } from 'undici'
import { AppError } from '#app/platform/errors.ts'
import { checkAddress } from './check-address.ts'
import { createConnector, type Lookup } from './connect.ts'
import { explainFailure, timedOut } from './failure.ts'
import { HostGate } from './host-gate.ts'
import { readBody, tooLarge } from './read-body.ts'

/** A page as it arrived, whatever its status: the caller decides what a 404 means. */
type FetchedPage = {
  /** Where the page was found after redirects. */
  url: string
  status: number
  /** Media type in lower case without parameters; null where none was sent. */
  contentType: string | null
  /** As the Content-Type header declares it; null where it doesn't. */
  charset: string | null
  /** Decoded bytes. */
  body: Uint8Array
  /** Lower-case names; several of one name joined with ", ". */
  headers: Readonly<Record<string, string>>
}

export type SafeFetch = (url: string, options?: { signal?: AbortSignal }) => Promise<FetchedPage>

export type SafeFetchOptions = {
  /** Lets local and private addresses and any port through: for development and tests only. */
  allowLocalAddresses: boolean
  /** Decoded bytes of a body. 5 MiB. */
  maxBytes?: number
  /** From the call's turn to the body's end, redirects included. 10 s. */
  totalMs?: number
  /** Longest silence while the body comes. 5 s. */
  idleMs?: number
  maxRedirects?: number
  userAgent?: string
  /** Finds a name's addresses; the system's resolver without it. */
  lookup?: Lookup
  /** Opens connections in place of the guarded connector; for tests that play a public site on this machine. */
  connect?: buildConnector.connector
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

/**
 * The one door for pages outside: it opens public http(s) addresses only, checks every hop anew, and bounds size, time
 * and redirects. All refusals and failures are AppErrors for the field `source`: `not-an-address`,
 * `unsupported-address`, `port-not-allowed`, `address-not-public`, `host-not-found`, `host-unreachable`, `tls-failed`,
 * `page-timeout`, `connection-lost`, `page-too-large`, `page-unreadable`, `too-many-redirects`, `page-unreachable`. An
 * abort by the caller's signal throws the signal's reason.
 */
export function createSafeFetch({
  allowLocalAddresses,
  maxBytes = 5 * 1024 * 1024,
  totalMs = 10_000,
  idleMs = 5_000,
  maxRedirects = 5,
  userAgent = 'Threadr/1.0 (reads pages its users submit)',
  lookup,
  connect = createConnector({ allowLocalAddresses, timeoutMs: totalMs, ...(lookup ? { lookup } : {}) }),
}: SafeFetchOptions): SafeFetch {
  const dispatcher = new Agent({
    connect,
    // No connection outlives its request: a later one looks the name up and checks it again.
    pipelining: 0,
    headersTimeout: totalMs,
    bodyTimeout: idleMs,
  })
  const gate = new HostGate()

  async function hop(url: URL, signal: AbortSignal): Promise<FetchedPage | { redirect: string }> {
    const {
      statusCode,
      headers: raw,
      body,
    } = await request(url, {
      dispatcher,
      signal,
      headers: {
        'user-agent': userAgent,
        accept: 'text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5',
        'accept-encoding': 'gzip, deflate, br, zstd',
      },
    })
    // Whatever ends the reading must also end the connection, and an error after that is nobody's.
    body.on('error', () => {})
    try {
      const headers = flatten(raw)
      if (redirects.has(statusCode) && headers.location) return { redirect: headers.location }
      if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes)
      const bytes = await readBody(body, headers['content-encoding'] ?? '', maxBytes)
      const [type, ...parameters] = (headers['content-type'] ?? '').split(';')
      const charset = parameters
        .map((each) => /^\s*charset\s*=\s*["']?([\w:.-]+)/i.exec(each)?.[1])
        .find(Boolean)
      return {
        url: url.href,
        status: statusCode,
        contentType: type?.trim().toLowerCase() || null,
        charset: charset?.toLowerCase() ?? null,
        body: bytes,
        headers,
      }
    } finally {
      body.destroy()
    }
  }

  return async (address, { signal } = {}) => {
    let url = checkAddress(address, allowLocalAddresses)
    const clock = new AbortController()
    // Runs from the first turn on: waiting for another request to the same host is no fault of the page.
    let timer: NodeJS.Timeout | undefined
    const begin = () => {
      timer ??= setTimeout(() => clock.abort(timedOut(totalMs)), totalMs)
    }
    const either = signal ? AbortSignal.any([signal, clock.signal]) : clock.signal
    try {
      for (let followed = 0; ; followed += 1) {
        const here = url
        const answer = await gate.through(here.host, either, () => {
          begin()
          return hop(here, either)
        })
        if (!('redirect' in answer)) return answer
        if (followed >= maxRedirects) {
          throw new AppError(
            'too-many-redirects',
            `The address leads on more than ${maxRedirects} times. Open it in a browser and submit the page you land on.`,
            { status: 422, field: 'source' },
          )
        }
        if (!URL.canParse(answer.redirect, here.href))
          throw new AppError(
            'page-unreadable',
            "The page leads on to something that isn't an address. Check it in a browser, or paste the text instead.",
            { status: 502, field: 'source' },
          )
        url = checkAddress(new URL(answer.redirect, here).href, allowLocalAddresses)
      }
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      throw clock.signal.aborted ? timedOut(totalMs) : explainFailure(error)
    } finally {
      clearTimeout(timer)
    }
  }
}

import { Agent, type buildConnector } from 'undici'
import type { AppError } from '#app/platform/errors.ts'
import { type AddressRules, checkAddress } from './check-address.ts'
import { createConnector, type Lookup } from './connect.ts'
import { explainFailure } from './failure.ts'
import { HostGate } from './host-gate.ts'
import { PageCache } from './page-cache.ts'
import { refusal } from './refusal.ts'
import { type FetchedPage, requestPage } from './request-page.ts'
import { Robots, robotsBytes } from './robots.ts'
import { SharedWork } from './shared-work.ts'
import { userAgentOf } from './user-agent.ts'
import { Visit } from './visit.ts'

/** `fresh` asks the site even where it was asked within the minute. */
export type SafeFetch = (
  url: string,
  options?: { signal?: AbortSignal; fresh?: boolean },
) => Promise<FetchedPage>

export type SafeFetchOptions = AddressRules & {
  /** Decoded bytes of a body. 5 MiB. */
  maxBytes?: number
  /** All turns of a fetch together, from its first request to its body's end, redirects included. 10 s. */
  totalMs?: number
  /** Longest silence while connecting, before the answer or within it. 5 s. */
  idleMs?: number
  /** Longest wait for others that read pages of the same host. 20 s. */
  waitMs?: number
  /** What a robots.txt may take of the total. 3 s. */
  robotsMs?: number
  maxRedirects?: number
  /** Where this Threadr is found, to introduce it with. */
  appUrl?: string
  /** Finds a name's addresses; the system's resolver without it. */
  lookup?: Lookup
  /** Opens connections in place of the guarded connector; for tests that play a public site on this machine. */
  connect?: buildConnector.connector
}

const acceptPages = 'text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5'

function leadsNowhere(): AppError {
  return refusal(
    'page-unreadable',
    "The page leads on to something that isn't an address. Check it in a browser, or paste the text instead.",
    { status: 502 },
  )
}

/**
 * The one door for pages outside: it opens public http(s) addresses only, checks every hop anew, bounds size, time and
 * redirects, asks a host for one thing at a time and not again within a minute (each process by itself), and stays away from what a site’s
 * robots.txt keeps programs from. A redirect from https to http is followed, as browsers do: nothing secret is sent. All
 * refusals and failures are AppErrors for the field `source` with one of the codes in `doorCodes`. An abort by the
 * caller's signal throws the signal's reason; others who wait for the same page get it all the same.
 */
export function createSafeFetch({
  allowLocalAddresses,
  ports,
  maxBytes = 5 * 1024 * 1024,
  totalMs = 10_000,
  idleMs = 5_000,
  waitMs = 20_000,
  robotsMs = 3_000,
  maxRedirects = 5,
  appUrl,
  lookup,
  connect,
}: SafeFetchOptions): SafeFetch {
  const dispatcher = new Agent({
    connect:
      connect ??
      createConnector({
        allowLocalAddresses,
        timeoutMs: idleMs,
        ...(lookup ? { lookup } : {}),
      }),
    // No connection outlives its request: a later one looks the name up and checks it again.
    pipelining: 0,
    headersTimeout: idleMs,
    bodyTimeout: idleMs,
    maxHeaderSize: 32 * 1024,
  })
  const userAgent = userAgentOf(appUrl)
  const gate = new HostGate()
  const cache = new PageCache()
  const shared = new SharedWork<FetchedPage>()
  const check = (address: string) => checkAddress(address, { allowLocalAddresses, ports })
  const robots = new Robots({
    check,
    limitMs: robotsMs,
    ask: (url, signal) =>
      requestPage(url, {
        dispatcher,
        signal,
        userAgent,
        accept: 'text/plain,*/*;q=0.5',
        maxBytes: robotsBytes,
        whenOver: 'cut',
      }),
  })

  async function ask(url: URL, visit: Visit, fresh: boolean): Promise<FetchedPage | { redirect: string }> {
    const kept = fresh ? undefined : cache.get(url)
    if (kept) return kept
    if (!(await robots.permit(url, visit))) {
      throw refusal(
        'robots-refused',
        'The site asks programs not to read this page (in its robots.txt). Open it in your browser and paste its text.',
      )
    }
    return visit.turn(url.host, async (signal) => {
      // Whoever was before us in the queue may have brought it.
      const brought = fresh ? undefined : cache.get(url)
      if (brought) return brought
      const answer = await requestPage(url, { dispatcher, signal, userAgent, accept: acceptPages, maxBytes })
      if (!('redirect' in answer)) cache.keep(answer)
      return answer
    })
  }

  async function follow(first: URL, visit: Visit, fresh: boolean): Promise<FetchedPage> {
    const seen = new Set<string>()
    for (let url = first; ; ) {
      if (seen.has(url.href)) {
        throw refusal(
          'redirect-loop',
          'The address leads round in a circle, as some pages do without cookies. Open it in your browser and paste its text.',
        )
      }
      if (seen.size > maxRedirects) {
        throw refusal(
          'too-many-redirects',
          `The address leads on more than ${maxRedirects} times. Open it in a browser and submit the page you land on.`,
        )
      }
      seen.add(url.href)
      const answer = await ask(url, visit, fresh)
      if (!('redirect' in answer)) return answer
      if (!URL.canParse(answer.redirect, url.href)) throw leadsNowhere()
      url = check(new URL(answer.redirect, url).href)
    }
  }

  return async (address, { signal, fresh = false } = {}) => {
    const first = check(address)
    const page = await shared.join(`${fresh ? 'fresh ' : ''}${first.href}`, signal, async (joint) => {
      const visit = new Visit({ gate, signal: joint, totalMs, waitMs })
      try {
        return await follow(first, visit, fresh)
      } catch (error) {
        throw explainFailure(visit.over.aborted ? visit.over.reason : error)
      }
    })
    return { ...page, body: page.body.slice() }
  }
}

import type { FetchedPage } from './request-page.ts'
import { parseRobots, permits, type RobotsRules } from './robots-rules.ts'
import { ShortCache } from './short-cache.ts'
import { robotsName } from './user-agent.ts'
import type { Visit } from './visit.ts'

const hour = 3_600_000
/** A site whose robots.txt failed is asked again sooner than one that answered. */
const afterFailure = 300_000
const mostRedirects = 5
/** RFC 9309 2.5: at least 500 KiB have to be read; what comes after is passed over. */
export const robotsBytes = 500 * 1024

type Asked = FetchedPage | { redirect: string }

/**
 * What sites ask of programs in their robots.txt (RFC 9309), kept for an hour by origin. A robots.txt that is missing,
 * unreachable, too slow or unreadable allows everything; so does one that answers 5xx, where the RFC would have a
 * crawler stay away, since Threadr reads the one page that a person asked for.
 */
export class Robots {
  private readonly known = new ShortCache<RobotsRules>({ maxBytes: 4 * 1024 * 1024, maxEntries: 2_000 })
  private readonly ask: (url: URL, signal: AbortSignal) => Promise<Asked>
  private readonly check: (address: string) => URL
  private readonly limitMs: number

  /** `ask` makes one request, `check` refuses an address; `limitMs` is the time for all requests of one robots.txt. */
  constructor(options: { ask: Robots['ask']; check: Robots['check']; limitMs: number }) {
    this.ask = options.ask
    this.check = options.check
    this.limitMs = options.limitMs
  }

  /** Whether the site lets Threadr read the page. Rejects only where the visit is over. */
  async permit(url: URL, visit: Visit): Promise<boolean> {
    return permits(this.known.get(url.origin) ?? (await this.load(url.origin, visit)), url)
  }

  private async load(origin: string, visit: Visit): Promise<RobotsRules> {
    let left = this.limitMs
    let url = new URL('/robots.txt', origin)
    for (let followed = 0; followed <= mostRedirects; followed += 1) {
      const here = url
      const found = await visit.turn(here.host, async (signal) => {
        // Whoever was before us in the queue may have asked already.
        const known = this.known.get(origin)
        if (known) return known
        const began = performance.now()
        try {
          const answer = await this.ask(here, AbortSignal.any([signal, AbortSignal.timeout(left)]))
          left = Math.max(1, Math.round(left - (performance.now() - began)))
          if ('redirect' in answer) return this.check(new URL(answer.redirect, here).href)
          return this.keep(origin, rulesOf(answer), answer.status < 500 ? hour : afterFailure)
        } catch {
          signal.throwIfAborted()
          return this.keep(origin, [], afterFailure)
        }
      })
      if (!(found instanceof URL)) return found
      url = found
    }
    return this.keep(origin, [], hour)
  }

  private keep(origin: string, rules: RobotsRules, ms: number): RobotsRules {
    const bytes = rules.reduce((sum, { pattern }) => sum + pattern.length * 2 + 64, origin.length * 2 + 64)
    this.known.set(origin, rules, { bytes, ms })
    return rules
  }
}

/** A file that was cut loses its last line, which might mean something else than the whole line did. */
function rulesOf({ status, body }: FetchedPage): RobotsRules {
  if (status < 200 || status >= 300) return []
  const text = new TextDecoder().decode(body)
  const whole = body.byteLength < robotsBytes ? text : text.slice(0, text.lastIndexOf('\n') + 1)
  return parseRobots(whole, robotsName)
}

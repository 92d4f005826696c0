import type { FetchedPage } from './request-page.ts'
import { ShortCache } from './short-cache.ts'

const keptMs = 60_000
const limits = { maxBytes: 32 * 1024 * 1024, maxEntries: 200 }

/** Answers that nobody but who asked may keep, or that depend on what isn't in the address. */
const notForKeeping = ({ headers }: FetchedPage) =>
  /(?:^|[\s,])(?:no-store|private)(?:$|[\s,=])/i.test(headers['cache-control'] ?? '') ||
  headers.vary?.trim() === '*'

/**
 * The pages of the last minute by the address they were found at, 32 MB in all, so that a site isn't asked twice for
 * what it just gave. Only answers with status 200 and without `no-store` or `private` are kept. Who reads one gets bytes
 * of their own.
 */
export class PageCache {
  private readonly pages: ShortCache<FetchedPage>

  constructor(now?: () => number) {
    this.pages = new ShortCache(limits, now)
  }

  get(url: URL): FetchedPage | undefined {
    return this.pages.get(url.href)
  }

  keep(page: FetchedPage): void {
    if (page.status !== 200 || notForKeeping(page)) return
    const headers = Object.entries(page.headers).flat().join('').length
    this.pages.set(page.url, page, { bytes: page.body.byteLength + headers * 2 + 512, ms: keptMs })
  }
}

import { buildSnapshot } from './build-snapshot.ts'
import { cleanByline } from './html/byline.ts'
import { documentOf, findArticle } from './html/find-article.ts'
import { readMetadata } from './html/metadata.ts'
import { readMarkup } from './html/read-markup.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Reads a page: its article as plain passages, and what the page says of it. Hidden text is dropped before anything
 * else sees it. A page without an article gives an empty or short text; the caller decides what is enough.
 * Blocks while it works (about 100 ms for a long article). Throws AppErrors `page-too-deep` and `page-too-complex`.
 */
export function readHtml({ html, url }: { html: string; url: string | null }): Snapshot {
  const markup = readMarkup(html)
  const document = documentOf(markup.body)
  const details = readMetadata(markup, document, url)
  const found = findArticle(document, markup.body, {
    title: details.title ?? null,
    byline: details.byline ?? null,
  })
  const passages = found.passages.map(({ kind, level, text }) => ({ kind, level, text }))
  const byline = details.byline ?? (found.byline && cleanByline([found.byline]))
  return buildSnapshot('html', passages, { ...details, byline })
}

import { buildSnapshot } from './build-snapshot.ts'
import { cleanByline } from './html/byline.ts'
import { type FoundArticle, findArticle } from './html/find-article.ts'
import { readJsonLd } from './html/json-ld.ts'
import { readMetadata } from './html/metadata.ts'
import { documentOf } from './html/page-document.ts'
import { readMarkup } from './html/read-markup.ts'
import { scoreOf } from './html/score.ts'
import { clearConsent } from './html/walls/clear-consent.ts'
import { asksForConsent } from './html/walls/consent.ts'
import { findDoubt } from './html/walls/find-doubt.ts'
import { roughWords } from './html/walls/rough-words.ts'
import type { Snapshot } from './snapshot.ts'

/** Words that an article behind a request for consent must have to be taken for one, rather than for a footer. */
const leastBehindConsent = 60

const textOf = ({ passages }: FoundArticle) => passages.map(({ text }) => text).join('\n\n')

/**
 * Reads a page: its article as plain passages, what the page says of it, and how far it can be trusted. Hidden text is
 * dropped before anything else sees it; an article behind a request for consent is found. A page without an article
 * gives an empty or short text; the caller decides what is enough.
 * Blocks while it works (about 100 ms for a long article). Throws AppErrors `page-too-deep` and `page-too-complex`.
 */
export function readHtml({ html, url }: { html: string; url: string | null }): Snapshot {
  const markup = readMarkup(html)
  const data = readJsonLd(markup.jsonLd)
  const page = documentOf(markup.body)
  const details = readMetadata({ markup, data, body: page.body }, url)
  const title = details.title ?? null
  const known = { title, byline: details.byline ?? null }
  const found = withoutConsent(findArticle(page, markup.body, known), () => {
    const cleared = documentOf(markup.body)
    clearConsent(cleared.body)
    return findArticle(cleared, cleared.body.innerHTML, known)
  })
  const passages = found.passages.map(({ kind, level, text }) => ({ kind, level, text }))
  const byline = details.byline ?? (found.byline && cleanByline([found.byline]))
  const text = textOf(found)
  const judged = { ...found, text, words: roughWords(text), title, url, markup, data }
  const doubt = findDoubt(judged)
  const quality = { score: scoreOf(judged, doubt), doubt }
  return buildSnapshot('html', passages, { ...details, byline }, quality)
}

/** The article without what asks for consent before or within it, where there is one then. */
function withoutConsent(found: FoundArticle, findBehind: () => FoundArticle): FoundArticle {
  if (asksForConsent(textOf(found))) {
    const behind = findBehind()
    const text = textOf(behind)
    return roughWords(text) >= leastBehindConsent && !asksForConsent(text) ? behind : found
  }
  const passages = found.passages.filter(
    ({ text }) => !/cookie|クッキー|쿠키/i.test(text) || !asksForConsent(text),
  )
  return { ...found, passages }
}

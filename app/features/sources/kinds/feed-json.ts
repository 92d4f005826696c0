import { z } from 'zod'
import type { FeedEntries } from './feed-entries.ts'

const words = z.string().catch('')

/** https://www.jsonfeed.org/version/1.1/, as far as it is read; what is of another type counts as not there. */
const feedSchema = z.object({
  version: z.string().regex(/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1/i),
  title: words,
  items: z.array(z.unknown()),
})
const itemSchema = z.object({
  id: words,
  url: words,
  external_url: words,
  title: words,
  summary: words,
  content_text: words,
  content_html: words,
  date_published: words,
})

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Whether a text is a JSON feed, by its beginning. */
export const isJsonFeed = (text: string) =>
  /^[\s\uFEFF]*\{/.test(text) &&
  /"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org\\?\/version\\?\/1/i.test(text.slice(0, 4_096))

/** The entries of a JSON feed; null where it is none. */
export function jsonEntries(text: string): FeedEntries | null {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
  const feed = feedSchema.safeParse(value)
  if (!feed.success) return null
  const items = feed.data.items.flatMap((item) => itemSchema.safeParse(item).data ?? [])
  return {
    title: escapeHtml(feed.data.title),
    entries: items.map((item) => ({
      title: escapeHtml(item.title),
      links: [item.url, item.external_url, item.id]
        .filter((href, index) => href !== '' && (index < 2 || /^https?:/i.test(href)))
        .map((href) => ({ href, base: null })),
      date: item.date_published,
      summary:
        item.content_html && !item.summary && !item.content_text
          ? item.content_html
          : escapeHtml(item.summary || item.content_text),
    })),
  }
}

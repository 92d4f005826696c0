import { AppError } from '#app/platform/errors.ts'
import type { Feed, FeedItem } from '../document.ts'
import { isoDate } from '../iso-date.ts'
import type { FeedEntries } from './feed-entries.ts'
import { jsonEntries } from './feed-json.ts'
import { xmlEntries } from './feed-xml.ts'
import { beginning, plainText } from './plain-text.ts'

const mostItems = 50
/** Entries that are looked at, so that the newest are found among them. */
const mostEntries = 2_000
const longestSummary = 300
const longestTitle = 300

function webAddress(href: string, bases: readonly (string | null)[]): string | null {
  let base: string | undefined
  for (const each of bases) if (each && URL.canParse(each, base)) base = new URL(each, base).href
  if (href.trim() === '' || !URL.canParse(href.trim(), base)) return null
  const url = new URL(href.trim(), base)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' ? url.href : null
}

function itemOf(entry: FeedEntries['entries'][number], url: string | null): FeedItem | null {
  const address = entry.links.map(({ href, base }) => webAddress(href, [url, base])).find(Boolean)
  if (!address) return null
  const summary = plainText(entry.summary)
  return {
    title: beginning(plainText(entry.title), longestTitle) || beginning(summary, 100) || address,
    url: address,
    publishedAt: isoDate(entry.date),
    summary: beginning(summary, longestSummary) || null,
  }
}

const newestFirst = (one: FeedItem, other: FeedItem) =>
  one.publishedAt === null || other.publishedAt === null
    ? Number(one.publishedAt === null) - Number(other.publishedAt === null)
    : Date.parse(other.publishedAt) - Date.parse(one.publishedAt)

/**
 * Reads an RSS, Atom or JSON feed: at most 50 of its items that lead to a page, the newest first and those without a date
 * last. `url` is the feed's own address, against which its links are read. Nothing is fetched, no entity expanded.
 * Throws AppErrors for the field `source`: `empty-feed` where no item leads anywhere.
 */
export function readFeed({ text, url }: { text: string; url: string | null }): Feed {
  const found = (/^[\s\uFEFF]*\{/.test(text) ? jsonEntries : xmlEntries)(text)
  const items = new Map<string, FeedItem>()
  for (const entry of found?.entries.slice(0, mostEntries) ?? []) {
    const item = itemOf(entry, url)
    if (item && !items.has(item.url)) items.set(item.url, item)
  }
  if (items.size === 0) {
    throw new AppError(
      'empty-feed',
      'This is a feed, but none of its entries leads to a page. Use the address of an article, or paste its text instead.',
      { status: 422, field: 'source' },
    )
  }
  return {
    title: plainText(found?.title ?? '') || null,
    items: [...items.values()].sort(newestFirst).slice(0, mostItems),
  }
}

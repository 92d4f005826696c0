import { graphemeCount } from './graphemes.ts'
import { findLinks, type Link, type LinkRules } from './links.ts'
import { linkLength } from './networks.ts'

// Mastodon's own grammar of paths and queries (config/initializers/twitter_regex.rb): wider than X's.
const pathUnit = '[^\\s\\x85<>()?]'
const parens = `\\((?:${pathUnit}+|${pathUnit}*\\(${pathUnit}+\\)${pathUnit}*)\\)`
const pathEnd = '[^\\s\\x85()?!*"\'「」<>;:=,.$%\\[\\]~&|@]'
const path = `/(?:${pathUnit}*(?:${parens}${pathUnit}*)*${pathEnd}|${parens}|${pathUnit}+/)*`
const query = "\\?[-a-z0-9!?*'();:&=+$/%#[\\]_.,~|@^\\xa0-\\uffff]*[-a-z0-9_&=#/\\xa0-\\uffff]"

/** What Mastodon links: only what names its protocol; "example.com" alone is text there. */
export const mastodonLinks: LinkRules = {
  protocol: /(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini):\/\/$/i,
  tail: new RegExp(`(?::[0-9]+)?(${path})?(?:${query})?`, 'iy'),
  bareDomains: false,
}

const remoteMention =
  /(?<![=/\p{L}\p{M}\p{N}_])@[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*@[\p{L}\p{M}\p{N}_]+(?:[.-]+[\p{L}\p{M}\p{N}_]+)*/giu

/** Mentions of people on other servers, "@user@host": UTF-16 offsets, `local` where the host's "@" stands. */
export function remoteMentions(text: string): Array<{ start: number; local: number; end: number }> {
  if (!text.includes('@')) return []
  return Array.from(text.matchAll(remoteMention), ({ 0: mention, index }) => ({
    start: index,
    local: index + mention.lastIndexOf('@'),
    end: index + mention.length,
  }))
}

/**
 * Length of a text on Mastodon: graphemes, where a link counts 23 and a mention's host nothing. Source: its
 * StatusLengthValidator (URL_PLACEHOLDER_CHARS, extract_url_without_protocol: false).
 */
export function mastodonLength(text: string): number {
  const links = findLinks(text, mastodonLinks)
  const inLink = (at: number) => links.some((link: Link) => link.start <= at && at < link.end)
  const hosts = remoteMentions(text).filter(({ start }) => !inLink(start))
  const cuts = [
    ...links.map(({ start, end }) => ({ start, end, counts: linkLength })),
    ...hosts.map(({ local, end }) => ({ start: local, end, counts: 0 })),
  ].sort((a, b) => a.start - b.start)
  let length = 0
  let at = 0
  for (const { start, end, counts } of cuts) {
    if (start < at) continue
    length += graphemeCount(text.slice(at, start)) + counts
    at = end
  }
  return length + graphemeCount(text.slice(at))
}

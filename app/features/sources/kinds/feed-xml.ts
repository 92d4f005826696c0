import type { FeedEntries } from './feed-entries.ts'
import { childOf, childrenOf, readXml, textIn, type XmlElement } from './read-xml.ts'

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A text construct as HTML. Atom says which kind it is; RSS leaves it open, and mostly means HTML. */
function htmlIn(element: XmlElement | null, atom: boolean): string {
  if (!element) return ''
  const type = element.attributes.type ?? (atom ? 'text' : 'html')
  // Inline XHTML is elements here, whose text is all that is wanted.
  return /^(?:text|text\/plain|xhtml|application\/xhtml\+xml)$/.test(type)
    ? escapeHtml(textIn(element))
    : textIn(element)
}

/** The first that is there and not empty; a prefix of null takes any. */
function firstOf(element: XmlElement, names: readonly [string, string | null][]): XmlElement | null {
  for (const [name, prefix] of names) {
    const found = childrenOf(element, name).find(
      (child) => (prefix === null || child.prefix === prefix) && textIn(child) !== '',
    )
    if (found) return found
  }
  return null
}

function atomLinks(element: XmlElement, base: string | null) {
  return childrenOf(element, 'link')
    .filter(({ attributes }) => attributes.href && (attributes.rel ?? 'alternate') === 'alternate')
    .sort((one, other) => Number(isOther(one)) - Number(isOther(other)))
    .map(({ attributes }) => ({ href: attributes.href ?? '', base: attributes['xml:base'] ?? base }))
}

const isOther = ({ attributes }: XmlElement) =>
  !/^(?:text\/html|application\/xhtml\+xml|)$/.test(attributes.type ?? '')

function rssLinks(item: XmlElement, base: string | null) {
  const links = childrenOf(item, 'link')
    .filter(({ prefix }) => prefix === '' || prefix === 'rss')
    .map(textIn)
  const guids = childrenOf(item, 'guid')
    .filter(({ attributes }) => attributes.isPermaLink?.toLowerCase() !== 'false')
    .map(textIn)
    .filter((guid) => /^https?:/i.test(guid))
  const about = item.attributes['rdf:about'] ?? ''
  return [...[...links, ...guids, about].map((href) => ({ href, base })), ...atomLinks(item, base)]
}

/** The entries of an RSS (0.9x, 1.0, 2.0) or Atom feed; null where it can't be read. */
export function xmlEntries(text: string): FeedEntries | null {
  const root = readXml(text)
  if (!root) return null
  const atom = root.name === 'feed'
  const channel = atom ? root : childOf(root, 'channel')
  const base = channel?.attributes['xml:base'] ?? root.attributes['xml:base'] ?? null
  // RSS 1.0 keeps its items beside the channel.
  const entries = atom
    ? childrenOf(root, 'entry')
    : [...childrenOf(channel, 'item'), ...childrenOf(root, 'item')]
  return {
    title: htmlIn(childOf(channel, 'title'), atom),
    entries: entries.map((entry) => ({
      title: htmlIn(
        firstOf(entry, [
          ['title', ''],
          ['title', null],
        ]),
        atom,
      ),
      links: atom ? atomLinks(entry, entry.attributes['xml:base'] ?? base) : rssLinks(entry, base),
      date: textIn(
        firstOf(entry, [
          ['published', null],
          ['pubDate', null],
          ['date', 'dc'],
          ['issued', null],
          ['updated', null],
        ]),
      ),
      summary: htmlIn(
        firstOf(entry, [
          ['summary', ''],
          ['description', ''],
          ['content', ''],
          ['encoded', 'content'],
          ['summary', 'itunes'],
        ]),
        atom,
      ),
    })),
  }
}

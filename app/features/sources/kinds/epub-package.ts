import { decodeText } from '../decode.ts'
import { childOf, childrenOf, readXml, textIn, type XmlElement } from './read-xml.ts'
import type { Zip } from './read-zip.ts'
import { damaged, guarded } from './refuse.ts'

/** What an e-book says of itself, and the paths of its chapters in the order of reading. */
export type EpubPackage = {
  title: string | null
  authors: string[]
  publishedAt: string | null
  publisher: string | null
  language: string | null
  chapters: string[]
}

/** Parts of a book that are none of its text, by the names that EPUB 2 and EPUB 3 give them. */
export const notText =
  /(?:^|\s)(?:cover|toc|landmarks|page-list|loi|lot|lov|titlepage|title-page|copyright-page|colophon|index)(?:\s|$)/

function xmlIn(zip: Zip, name: string): XmlElement | null {
  const bytes = zip.read(name)
  return bytes && readXml(decodeText(bytes))
}

/** A path as a package writes it, from the archive's root on; null where it leads out of the archive. */
function resolve(base: string, href: string): string | null {
  const path: string[] = base.split('/').slice(0, -1)
  let decoded: string
  try {
    decoded = decodeURIComponent(href.split('#')[0] ?? '')
  } catch {
    return null
  }
  for (const step of decoded.split('/')) {
    if (step === '..' && path.pop() === undefined) return null
    if (step !== '..' && step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

/** Fonts may be obfuscated without keeping anybody from the text. */
const obfuscation = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

function encryptedPaths(zip: Zip): Set<string> {
  const encryption = xmlIn(zip, 'META-INF/encryption.xml')
  const paths = childrenOf(encryption, 'EncryptedData')
    .filter((data) => !obfuscation.has(childOf(data, 'EncryptionMethod')?.attributes.Algorithm ?? ''))
    .map((data) => childOf(childOf(data, 'CipherData'), 'CipherReference')?.attributes.URI ?? '')
  return new Set(paths.flatMap((path) => resolve('', path) ?? []))
}

/** Paths that the book's own guide says are no text. */
function guidedAway(root: XmlElement, base: string): Set<string | null> {
  const references = childrenOf(childOf(root, 'guide'), 'reference')
  return new Set(
    references
      .filter(({ attributes }) => notText.test(attributes.type ?? ''))
      .map(({ attributes }) => resolve(base, attributes.href ?? '')),
  )
}

function chaptersOf(root: XmlElement, base: string): string[] {
  const items = new Map(
    childrenOf(childOf(root, 'manifest'), 'item').map(({ attributes }) => [attributes.id ?? '', attributes]),
  )
  const away = guidedAway(root, base)
  const chapters: string[] = []
  for (const { attributes } of childrenOf(childOf(root, 'spine'), 'itemref')) {
    const item = items.get(attributes.idref ?? '')
    if (!item || attributes.linear === 'no' || /(?:^|\s)nav(?:\s|$)/.test(item.properties ?? '')) continue
    if (!/^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document)$/i.test(item['media-type'] ?? ''))
      continue
    const path = resolve(base, item.href ?? '')
    if (path !== null && !away.has(path) && !chapters.includes(path)) chapters.push(path)
  }
  return chapters
}

/**
 * Reads an e-book's package document. Throws `file-damaged` where it has none, `file-protected` where a chapter is
 * encrypted.
 */
export function readPackage(zip: Zip): EpubPackage {
  const container = xmlIn(zip, 'META-INF/container.xml')
  const named = childOf(childOf(container, 'rootfiles'), 'rootfile')?.attributes['full-path']
  const path = named && resolve('', named)
  const root = path ? xmlIn(zip, path) : null
  if (!path || !root) throw damaged('e-book')
  const chapters = chaptersOf(root, path)
  const encrypted = encryptedPaths(zip)
  if (chapters.some((chapter) => encrypted.has(chapter))) throw guarded('e-book')
  const metadata = childOf(root, 'metadata')
  // EPUB 2 packages may wrap them once more.
  const own = [metadata, childOf(metadata, 'dc-metadata')].flatMap((each) => childrenOf(each))
  const all = (name: string) => own.filter((each) => each.name === name).map(textIn)
  const writers = own.filter(
    ({ name, attributes }) => name === 'creator' && (attributes['opf:role'] ?? 'aut') === 'aut',
  )
  const dates = own.filter(({ name }) => name === 'date')
  const published = dates.find(({ attributes }) => attributes['opf:event'] === 'publication') ?? dates[0]
  return {
    title: all('title')[0] || null,
    authors: writers.map(textIn),
    publishedAt: textIn(published) || null,
    publisher: all('publisher')[0] || null,
    language: all('language')[0] || null,
    chapters,
  }
}

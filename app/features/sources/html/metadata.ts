import type { SourceDetails } from '../build-snapshot.ts'
import { cleanCharacters, collapseWhiteSpace } from '../clean-characters.ts'
import { isoDate } from '../iso-date.ts'
import { cleanByline } from './byline.ts'
import type { ArticleData } from './json-ld.ts'
import { elementsIn, hasWord, nearest, type PageElement } from './page-document.ts'
import type { Markup } from './read-markup.ts'
import { chooseTitle } from './title.ts'

const authorNames = [
  'author',
  'article:author',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'citation_author',
  'twitter:creator:name',
]
const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'article:published',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'dc.date',
  'pubdate',
  'publish-date',
  'publishdate',
  'date',
]
const titleNames = [
  'og:title',
  'twitter:title',
  'parsely-title',
  'sailthru.title',
  'citation_title',
  'dc.title',
  'dcterms.title',
]
const siteNames = ['og:site_name', 'application-name', 'al:ios:app_name', 'al:android:app_name']

function wordsOf(elements: Iterable<PageElement>): string[] {
  return Array.from(elements, (element) =>
    collapseWhiteSpace(cleanCharacters(element.textContent ?? '')),
  ).filter((text) => text !== '')
}

// Looking for what isn't there costs more than the rest of this file.
const namesAuthors = /author|byline/i
const showsTimes = /<time|datepublished/i

const bylineClasses =
  'byline Byline byline__name article-author post-author author-name author__name p-author'.split(' ')

/** How pages mark who wrote them, the surest first; of the later ones many mark other things so too. */
const authorMarks: { isOne: (element: PageElement) => boolean; isDoubtful: boolean }[] = [
  {
    isOne: (element) =>
      hasWord(element, 'itemprop', 'name') &&
      nearest(element, (outer) => outer !== element && hasWord(outer, 'itemprop', 'author')) !== undefined,
    isDoubtful: false,
  },
  { isOne: (element) => hasWord(element, 'itemprop', 'author'), isDoubtful: false },
  { isOne: (element) => hasWord(element, 'rel', 'author'), isDoubtful: false },
  { isOne: (element) => bylineClasses.some((name) => hasWord(element, 'class', name)), isDoubtful: true },
  {
    isOne: (element) =>
      hasWord(element, 'class', 'author') && /^(?:p|div|span|address)$/.test(element.localName),
    isDoubtful: true,
  },
]

const isBesideArticle = ({ localName, className, id }: PageElement) =>
  localName === 'footer' || localName === 'aside' || className.includes('comment') || id.includes('comment')

/** Bylines as they stand on the page; comments have authors too, and are passed over. */
function shownAuthors(elements: readonly PageElement[]): string[] {
  for (const { isOne, isDoubtful } of authorMarks) {
    const found = elements.filter((element) => isOne(element) && !nearest(element, isBesideArticle))
    const written = wordsOf(found.slice(0, 6)).filter((text) => text.length <= 160)
    if (cleanByline(written) === null) continue
    // Only an element that names its people once is believed.
    return isDoubtful ? written.slice(0, 1) : written
  }
  return []
}

const isTime = (element: PageElement) =>
  element.localName === 'time' && element.getAttribute('datetime') != null
const isWithin = (element: PageElement, names: RegExp) =>
  nearest(element, (outer) => outer !== element && names.test(outer.localName)) !== undefined

/** How pages mark when they were published, the surest first. */
const dateMarks: ((element: PageElement) => boolean)[] = [
  (element) => hasWord(element, 'itemprop', 'datePublished'),
  (element) => element.localName === 'time' && element.getAttribute('pubdate') != null,
  (element) => isTime(element) && isWithin(element, /^article$/),
  (element) => isTime(element) && isWithin(element, /^(?:header|main)$/),
  isTime,
]

function shownDate(elements: readonly PageElement[]): string | null {
  for (const isOne of dateMarks) {
    for (const element of elements.filter(isOne).slice(0, 3)) {
      const date = isoDate(element.getAttribute('datetime') ?? element.textContent ?? '')
      if (date) return date
    }
  }
  return null
}

function hostOf(address: string | null): string | null {
  return address && URL.canParse(address) ? new URL(address).hostname : null
}

/** The page's own address for itself where it is believable: http(s), on the host that was asked or a neighbour of it. */
function canonicalUrl(markup: Markup, url: string | null): string | null {
  const stated = markup.canonical?.trim()
  if (!stated || !URL.canParse(stated, url ?? undefined)) return url
  const canonical = new URL(stated, url ?? undefined)
  if (canonical.protocol !== 'https:' && canonical.protocol !== 'http:') return url
  if (canonical.username !== '' || canonical.password !== '') return url
  // Sites that name their home page as every page's address mean nothing by it.
  if (url && canonical.pathname === '/' && new URL(url).pathname !== '/') return url
  const domain = (host: string | null) => host?.split('.').slice(-2).join('.')
  if (url && domain(canonical.hostname) !== domain(hostOf(url))) return url
  return canonical.href
}

/** What a page says of its article: JSON-LD (`data`) first, then meta elements, then what the page shows. */
export function readMetadata(
  { markup, data, body }: { markup: Markup; data: ArticleData; body: PageElement },
  url: string | null,
): SourceDetails {
  const metas = markup.metas.map(({ name, content }) => ({ name, content: cleanCharacters(content).trim() }))
  const all = (names: readonly string[]) =>
    names
      .map((name) =>
        metas.filter((meta) => meta.name === name && meta.content !== '').map((meta) => meta.content),
      )
      .find((found) => found.length > 0) ?? []
  const address = canonicalUrl(markup, url)
  const siteName = all(siteNames)[0] ?? data.siteName ?? data.publisher
  const elements = elementsIn(body)
  const headings = wordsOf(elements.filter(({ localName }) => localName === 'h1').slice(0, 6))
  const dates = [data.publishedAt, ...dateNames.flatMap((name) => all([name]))]
  return {
    url: address,
    title: chooseTitle(
      [...titleNames.flatMap((name) => all([name])).slice(0, 1), data.headline, markup.title].map(
        (title) => title && cleanCharacters(title),
      ),
      { siteName, host: hostOf(address), headings },
    ),
    byline:
      cleanByline(data.authors) ??
      authorNames.map((name) => cleanByline(all([name]))).find(Boolean) ??
      cleanByline(namesAuthors.test(markup.body) ? shownAuthors(elements) : []),
    siteName: siteName ? collapseWhiteSpace(siteName).slice(0, 200) : null,
    publishedAt:
      dates.map((date) => isoDate(date ?? '')).find(Boolean) ??
      (showsTimes.test(markup.body) ? shownDate(elements) : null),
    language:
      markup.language ??
      data.language ??
      all(['og:locale', 'content-language', 'language', 'dc.language'])[0] ??
      null,
  }
}

import { AppError } from '#app/platform/errors.ts'
import { buildSnapshot, type Passage } from '../build-snapshot.ts'
import { decodeText } from '../decode.ts'
import { passagesOf } from '../html/blocks.ts'
import { cleanByline } from '../html/byline.ts'
import { documentOf, elementsIn, hasWord, type PageElement } from '../html/page-document.ts'
import { readMarkup } from '../html/read-markup.ts'
import { isoDate } from '../iso-date.ts'
import type { Snapshot } from '../snapshot.ts'
import { notText, readPackage } from './epub-package.ts'
import { openZip } from './read-zip.ts'
import { damaged, mostCharacters, tooComplex, tooLong, tooMany } from './refuse.ts'

const mostChapters = 300

const voids = 'area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr'
// In XHTML any element may close itself; an HTML parser would take `<title/>` for an opening.
const selfClosed = new RegExp(`<(?!(?:${voids})[\\s/])([a-z][\\w-]*)((?:\\s[^<>]*)?)/>`, 'gi')

// A document type with declarations of its own ends at its bracket, which an HTML parser doesn't know.
const documentType = /<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>/i

/** The types of a chapter's outermost parts (`<body epub:type="cover">`). */
function typesOf(xhtml: string): string {
  const body = /<body\b[^>]*>\s*(?:<(?:section|div)\b[^>]*>)?/i.exec(xhtml)?.[0] ?? ''
  return [...body.matchAll(/\bepub:type\s*=\s*["']([^"']*)/g)].map((type) => type[1]).join(' ')
}

/** Marks of notes and pages, which are no part of the text. */
const isMark = (element: PageElement) =>
  ['noteref', 'pagebreak', 'backlink'].some((mark) => hasWord(element, 'itemtype', mark)) ||
  ['doc-noteref', 'doc-pagebreak'].some((mark) => hasWord(element, 'role', mark))

function chapterPassages(xhtml: string): Passage[] {
  // The name survives the clean-up of the markup, which knows nothing of e-books.
  const html = xhtml
    .replace(documentType, '')
    .replace(selfClosed, '<$1$2></$1>')
    .replace(/\sepub:type\s*=/g, ' itemtype=')
  const { body } = documentOf(readMarkup(html).body)
  for (const element of elementsIn(body)) if (isMark(element)) element.remove()
  return passagesOf(body).map(({ kind, level, text }) => ({
    kind,
    ...(level === undefined ? {} : { level }),
    text,
  }))
}

/**
 * Reads an e-book (EPUB 2 or 3): its chapters in the order of reading, without cover, contents and imprint where they
 * are marked as such. Throws AppErrors for the field `source`: `file-damaged`, `file-protected`, `file-too-complex`,
 * `source-too-long` (over 300 chapters or 2,000,000 characters). A book that lacks some of its chapters is read, with a
 * score that says how much of it.
 */
export function readEpub({ bytes, url }: { bytes: Uint8Array; url: string | null }): Snapshot {
  const zip = openZip(bytes, 'e-book')
  const book = readPackage(zip)
  if (book.chapters.length > mostChapters)
    throw tooMany('e-book', book.chapters.length, 'chapters', mostChapters)
  const passages: Passage[] = []
  let characters = 0
  let missing = 0
  for (const chapter of book.chapters) {
    const content = zip.read(chapter)
    if (content === null) {
      missing += 1
      continue
    }
    const xhtml = decodeText(content)
    if (notText.test(typesOf(xhtml))) continue
    for (const passage of boundedPassages(xhtml)) {
      characters += passage.text.length
      if (characters > mostCharacters) throw tooLong('e-book')
      passages.push(passage)
    }
  }
  if (missing === book.chapters.length) throw damaged('e-book')
  const { title, authors, publisher, publishedAt, language } = book
  return buildSnapshot(
    'epub',
    passages,
    {
      url,
      title,
      byline: cleanByline(authors),
      siteName: publisher,
      publishedAt: isoDate(publishedAt ?? ''),
      language,
    },
    { score: Math.round(100 * (1 - missing / book.chapters.length)), doubt: null },
  )
}

function boundedPassages(xhtml: string): Passage[] {
  try {
    return chapterPassages(xhtml)
  } catch (error) {
    // What is said of pages there would be said of a book here.
    if (error instanceof AppError) throw tooComplex('e-book', error)
    throw error
  }
}

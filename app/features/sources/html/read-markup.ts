import { Parser } from 'htmlparser2'
import { AppError } from '#app/platform/errors.ts'
import { isHidden } from './hidden.ts'
import { type PageSigns, SignWatch } from './page-signs.ts'
import { Sight } from './sight.ts'
import { solidLength } from './solid-length.ts'
import { BodyWriter } from './write-body.ts'

/** Browsers stop nesting at 512; real pages stay under 100. The DOM's cost grows with the square of the depth. */
const deepest = 256
/** Nor may all elements' depths add up to more: parsing costs by their sum. */
const mostDepth = 1_500_000
/** The longest single-page books have fewer; beyond it a page is data, not an article. */
const mostElements = 40_000
/** Signs that must be written as references, of which the DOM makes a node each. */
const mostEscapes = 60_000
/** A page of more elements than that, with no less of its text in links than this, leads to articles and is none. */
const mostOfIndex = 10_000
const leastLinked = 0.9
/** Attributes of one element; the most that pages write are some dozens. */
const mostAttributes = 1_000
const mostJsonLd = 1_000_000
/** A page that shows less than this many characters and hides more than that one is no page to read as it stands. */
const leastSeen = 100
const mostVeiled = 400

/** What one pass over a page's markup finds: its statements about itself, and its visible body, well formed. */
export type Markup = {
  language: string | null
  title: string | null
  canonical: string | null
  base: string | null
  /** Pairs of a meta element's name (property, name, itemprop, http-equiv; lower case) and its content, in order. */
  metas: { name: string; content: string }[]
  jsonLd: string[]
  body: string
  /** Elements of the body. */
  elements: number
  /** Characters of the body's text, white space aside, that are kept, those of them in links, and those that styles hide. */
  seen: number
  linked: number
  veiled: number
  signs: PageSigns
}

function tooComplex(): AppError {
  return new AppError(
    'page-too-complex',
    `This page has too many parts to be read as an article (over ${mostElements.toLocaleString('en')} elements, or nearly). Paste the part you want as text instead.`,
    { status: 422, field: 'source' },
  )
}

function isIndex(): AppError {
  return new AppError(
    'page-of-links',
    'This page is a long list of links rather than an article. Open the article you want, and submit its address.',
    { status: 422, field: 'source' },
  )
}

/**
 * Reads a page's markup before any DOM is built: refuses what would block the parser, drops what no reader sees, and
 * gathers the page's metadata. Time grows with the length only. Throws `page-too-deep`,
 * `page-too-complex` and `page-of-links`.
 */
export function readMarkup(html: string): Markup {
  const markup = passOver(html, new Sight(html, { sheets: true }))
  if (markup.elements > mostOfIndex && markup.linked >= markup.seen * leastLinked) throw isIndex()
  const isVeiled = markup.seen < leastSeen && markup.veiled > mostVeiled
  // A page whose own rules hide all there is to read waits for its scripts to show it.
  return isVeiled ? passOver(html, new Sight(html, { sheets: false })) : markup
}

function passOver(html: string, sight: Sight): Markup {
  const watch = new SignWatch()
  const found: Markup = {
    language: null,
    title: null,
    canonical: null,
    base: null,
    metas: [],
    jsonLd: [],
    body: '',
    elements: 0,
    seen: 0,
    linked: 0,
    veiled: 0,
    signs: watch.signs,
  }
  const writer = new BodyWriter()
  let depth = 0
  let elements = 0
  let depths = 0
  /** Attributes of the element that is being read. */
  let attributesSeen = 0
  let jsonLdLength = 0
  /** Depth of the outermost element being left out; 0 while everything is kept. */
  let hiddenAt = 0
  let hiddenByStyle = false
  let collecting: 'title' | 'json-ld' | null = null
  let collected = ''

  function noteStatement(name: string, attributes: Record<string, string>) {
    if (name === 'html') found.language ??= attributes.lang ?? attributes['xml:lang'] ?? null
    if (name === 'base') found.base ??= attributes.href ?? null
    if (name === 'link' && /(?:^|\s)stylesheet(?:\s|$)/i.test(attributes.rel ?? ''))
      sight.hasLinkedSheets = true
    if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? '')) {
      found.canonical ??= attributes.href ?? null
    }
    if (name === 'meta' && attributes.content !== undefined) {
      for (const key of ['property', 'name', 'itemprop', 'http-equiv'] as const) {
        const of = attributes[key]?.trim().toLowerCase()
        if (of) found.metas.push({ name: of, content: attributes.content })
      }
    }
  }

  const parser = new Parser(
    {
      onopentagname() {
        attributesSeen = 0
      },
      onattribute() {
        attributesSeen += 1
        if (attributesSeen > mostAttributes) throw tooComplex()
      },
      onopentag(name, attributes) {
        depth += 1
        elements += 1
        if (depth > deepest) {
          throw new AppError(
            'page-too-deep',
            "This page's markup is nested too deeply to be read safely. Paste the article's text instead.",
            { status: 422, field: 'source' },
          )
        }
        depths += depth
        if (elements > mostElements || depths > mostDepth || sight.isTooLarge) throw tooComplex()
        if (name === 'script' && /^application\/ld\+json\b/i.test((attributes.type ?? '').trim())) {
          collecting = 'json-ld'
          collected = ''
        } else if (name === 'title' && found.title === null && hiddenAt === 0) {
          collecting = 'title'
          collected = ''
        }
        noteStatement(name, attributes)
        watch.open(name, attributes)
        if (hiddenAt > 0) return
        if (isHidden(name, attributes)) hiddenAt = depth
        else if (!sight.enter(name, attributes)) {
          hiddenAt = depth
          hiddenByStyle = true
        } else writer.open(name, attributes)
      },
      ontext(text) {
        watch.text(text)
        if (collecting) collected += text
        else if (hiddenAt > 0 ? hiddenByStyle : !sight.isSeen) found.veiled += solidLength(text)
        else if (hiddenAt === 0) {
          const length = solidLength(text)
          found.seen += length
          if (writer.inLink) found.linked += length
          writer.text(text)
          if (writer.escapes > mostEscapes) throw tooComplex()
        }
      },
      onclosetag(name) {
        watch.close(name)
        if (collecting === 'title' && name === 'title') {
          found.title = collected.replace(/\s+/g, ' ').trim()
          collecting = null
        } else if (collecting === 'json-ld' && name === 'script') {
          jsonLdLength += collected.length
          if (jsonLdLength <= mostJsonLd) found.jsonLd.push(collected)
          collecting = null
        }
        if (hiddenAt === depth) {
          hiddenAt = 0
          hiddenByStyle = false
        } else if (hiddenAt === 0) {
          sight.leave()
          writer.close(name)
        }
        depth -= 1
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  // In pieces, so that a page that must be refused is refused before the rest of it is looked at.
  for (let start = 0; start < html.length; start += 65_536) parser.write(html.slice(start, start + 65_536))
  parser.end()
  found.body = writer.body
  found.elements = writer.elements
  return found
}

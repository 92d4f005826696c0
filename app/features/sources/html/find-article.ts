import { Readability } from '@mozilla/readability'
import { type PagePassage, passagesOf } from './blocks.ts'
import { dropCrumbElements } from './crumb-elements.ts'
import { dropCrumbs } from './crumbs.ts'
import { documentOf, elementsIn, isElement, type PageDocument, type PageElement } from './page-document.ts'

/** Below this, a result is rather a teaser or a cookie notice than the article, where the page has more. */
const tooLittle = 140

const lengthOf = (passages: readonly PagePassage[]) =>
  passages.reduce((length, passage) => length + passage.text.length, 0)

/** Readability judges elements by their names; these are content wherever they stand ("Community" heads a section). */
const alwaysContent = new Set('h1 h2 h3 h4 h5 h6 dl dt dd tr td th tbody thead blockquote'.split(' '))

function forgetMisleadingNames(body: PageElement): void {
  for (const element of elementsIn(body)) {
    if (!alwaysContent.has(element.localName)) continue
    forgetName(element)
    if (/^h[1-6]$/.test(element.localName)) for (const within of elementsIn(element)) forgetName(within)
  }
}

function forgetName(element: PageElement): void {
  // Edit links are known by their class later on.
  if (/mw-editsection|anchor/.test(element.getAttribute('class') ?? '')) return
  element.removeAttribute('class')
  element.removeAttribute('id')
}

/**
 * Of a page with more elements than that, what Readability finds first is taken, however short, or nothing: each further
 * attempt is another tree of the whole page, and short articles have no such pages.
 */
const mostToTryAgain = 10_000

function extract({ whole, body }: PageDocument): { content: PageElement | null; byline: string | null } {
  const article = new Readability<PageElement | null>(whole, {
    keepClasses: true,
    ...(elementsIn(body).length > mostToTryAgain && { charThreshold: -1 }),
    disableJSONLD: true,
    // The element itself: writing it out as HTML and parsing that again would double the cost.
    serializer: (node) => (isElement(node) ? node : null),
  }).parse()
  return { content: article?.content ?? null, byline: article?.byline ?? null }
}

export type FoundArticle = { passages: PagePassage[]; byline: string | null }

type PageWords = { title: string | null; byline: string | null }

/** The page's own containers, the narrowest sort first. */
const containers: ((element: PageElement) => boolean)[] = [
  ({ localName }) => localName === 'article',
  (element) => element.localName === 'main' || element.getAttribute('role') === 'main',
]

/** What a container holds, for pages that Readability makes nothing of. */
function bestContainer(markup: string, words: PageWords): PagePassage[] {
  const { body } = documentOf(markup)
  dropCrumbElements(body)
  const elements = elementsIn(body)
  let best: PagePassage[] = []
  // From the narrowest to the widest: the wider one only counts where the narrower holds too little.
  for (const found of [...containers.map((isOne) => elements.filter(isOne)), [body]]) {
    for (const container of found.slice(0, 20)) {
      const passages = dropCrumbs(passagesOf(container), words)
      if (lengthOf(passages) > lengthOf(best)) best = passages
    }
    if (lengthOf(best) >= tooLittle) break
  }
  return best
}

/**
 * The passages of a page's article and the byline beside it: what Readability finds, or the page's own `<article>`,
 * `<main>` or body where that finds next to nothing. `page` is made of `body` and used up.
 */
export function findArticle(page: PageDocument, body: string, words: PageWords): FoundArticle {
  // Readability leaves out headings that repeat the document's title.
  page.whole.title = words.title ?? ''
  dropCrumbElements(page.body)
  forgetMisleadingNames(page.body)
  const { content, byline } = extract(page)
  const passages = content ? dropCrumbs(passagesOf(content), words) : []
  if (lengthOf(passages) >= tooLittle) return { passages, byline }
  const contained = bestContainer(body, words)
  return { passages: lengthOf(contained) > lengthOf(passages) ? contained : passages, byline }
}

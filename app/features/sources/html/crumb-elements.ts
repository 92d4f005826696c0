import { elementsIn, type PageElement } from './page-document.ts'
import { solidLength } from './solid-length.ts'

/** Elements that stand around or within articles without being part of them, by role and by common class names. */
const roles = new Set(
  'navigation banner contentinfo search dialog alertdialog menu menubar tablist'.split(' '),
)

const crumbName =
  /^(?:(?:social|share|sharing)(?:[-_].*)?|.*[-_](?:share|sharing|social)(?:[-_](?:bar|buttons?|links?|icons?|tools?|list|menu))?|sharedaddy|addtoany.*|newsletter(?:[-_](?:signup|sign-up|form|box|promo|cta|inline|embed|prompt))?|.*[-_]newsletter(?:[-_](?:signup|form|box))?|related(?:[-_](?:articles?|posts?|links?|content|stories|items|topics|reading|news))?|jp-relatedposts|recommended(?:[-_].*)?|read-?more(?:[-_](?:link|links|box))?|more-(?:stories|articles|on-this|from)|cookie(?:s)?[-_]?(?:banner|notice|consent|bar|wall|policy-banner).*|gdpr.*|consent[-_].*|comments?|comment[-_](?:list|count|section|form|area)|comments[-_](?:area|section|list|link|count)|disqus.*|breadcrumbs?|pagination|pager|post-navigation|nav-links|site-nav|caption|wp-caption-text|image-caption|photo-caption|photo-credit|image-credit|media-caption(?:__.*)?|credit|media-credit|imagecaption|thumbcaption|gallerytext|advert(?:s|isement|ising)?|ad-(?:container|slot|wrapper|unit)|promo|promo[-_].*|sponsored(?:[-_].*)?|mw-editsection|mw-jump-link|noprint|navbox.*|sistersitebox|metadata|vertical-navbox|reflist|references|refbegin|hatnote|catlinks|printfooter|infobox|toc|table-of-contents|toc-container|skip-link|back-to-top|paywall(?:[-_].*)?|subscribe(?:[-_].*)?|subscription[-_].*|author-(?:bio|box|card)|about-the-author|post-tags|tag-list|tags|post-meta|entry-meta|article-meta|byline.*)$/i

/** A crumb is small beside its article; what holds this share of the page's text is no crumb whatever it is called. */
const largestShare = 0.3

const textLength = (element: PageElement) => solidLength(element.textContent ?? '')

const neverCrumb = new Set(['html', 'body', 'main', 'article', 'h1'])

function isNamedCrumb(element: PageElement): boolean {
  if (neverCrumb.has(element.localName)) return false
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.trim()
  if (names === '') return false
  const each = names.split(/\s+/)
  return each.length <= 12 && each.some((name) => crumbName.test(name))
}

/**
 * Takes navigation, share buttons, captions, prompts and the like out of a page before its article is sought. Names
 * decide, but an element that holds much of the page's text stays.
 */
export function dropCrumbElements(body: PageElement): void {
  const whole = textLength(body)
  for (const element of elementsIn(body)) {
    const role = element.getAttribute('role')
    if ((!role || !roles.has(role)) && !isNamedCrumb(element)) continue
    if (element.parentNode && textLength(element) < whole * largestShare) element.remove()
  }
}

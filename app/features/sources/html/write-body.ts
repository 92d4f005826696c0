/**
 * Children after which an element goes on in another one. Readability takes children out one by one, and each time the
 * parser's tree moves all that stand behind: of 40,000 under one parent that made gigabytes to copy, and seconds.
 */
const mostChildren = 2_000

const keptAttributes = [
  'class',
  'id',
  'href',
  'rel',
  'role',
  'itemprop',
  'itemtype',
  'datetime',
  'lang',
  'dir',
  'colspan',
] as const
const voidElements = new Set('area base br col hr img link meta param source track wbr'.split(' '))
const structure = new Set(['html', 'head', 'body', 'title', 'meta', 'link', 'base'])
/** What would be two paragraphs, headings or listings if it were parted: their children are grouped within. */
const unparted = new Set('p pre h1 h2 h3 h4 h5 h6'.split(' '))

// As a number: Readability's parser reads names before numbers, and would take "&amp;#60;" for a sign twice.
const escapeText = (text: string) =>
  text.replaceAll('&', '&#38;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const escapeAttribute = (value: string) => value.replaceAll('&', '&#38;').replaceAll('"', '&quot;')
// Indentation is a good part of many pages, and everything after this pass would read it again.
const longWhiteSpace = /[ \t\n\r\f]{3,}/g
const shorten = (run: string) => (/[\n\r]/.test(run) ? '\n' : ' ')

function openingTag(name: string, attributes: Record<string, string>): string {
  let tag = `<${name}`
  // An image's own words (alternative text, file names) are no text of the page.
  if (name !== 'img') {
    for (const key of keptAttributes) {
      const value = attributes[key]
      if (value !== undefined && value.length <= 2_000) tag += ` ${key}="${escapeAttribute(value)}"`
    }
  }
  return `${tag}>`
}

/** An element that is being written: how it ends, and what is written to go on in another one. */
type Open = { end: string; next: string; children: number }

const group = '<span>'

/** Writes a page's visible body anew while its markup passes by: well formed, and no element with too many children. */
export class BodyWriter {
  private readonly pieces: string[] = []
  private readonly page: Open = { end: '', next: '</div><div>', children: 0 }
  private readonly parents: Open[] = [this.page]
  private isParted = false
  /** Preformatted elements that are open: only there do white space and its length mean anything. */
  private preformatted = 0
  private quotes = 0
  private links = 0
  /** Signs that had to be written as references, of which the tree makes a node each. */
  escapes = 0
  elements = 0

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'pre') this.preformatted += 1
    if (name === 'blockquote') this.quotes += 1
    if (name === 'a') this.links += 1
    if (structure.has(name)) return
    this.elements += 1
    this.makeRoom()
    const written = this.nameOf(name)
    const tag = openingTag(written, attributes)
    if (voidElements.has(name)) {
      this.pieces.push(`${tag.slice(0, -1)}/>`)
      return
    }
    this.pieces.push(tag)
    const end = `</${written}>`
    this.parents.push({ end, next: unparted.has(written) ? group : `${end}${tag}`, children: 0 })
  }

  text(text: string): void {
    const kept = this.preformatted > 0 ? text : text.replace(longWhiteSpace, shorten)
    const signs = text.match(/[&<>]/g)?.length ?? 0
    this.escapes += signs
    this.pieces.push(signs > 0 ? escapeText(kept) : kept)
  }

  close(name: string): void {
    if (name === 'pre') this.preformatted -= 1
    if (name === 'blockquote') this.quotes -= 1
    if (name === 'a') this.links -= 1
    if (structure.has(name) || voidElements.has(name)) return
    this.pieces.push(this.parents.pop()?.end ?? '')
  }

  get inLink(): boolean {
    return this.links > 0
  }

  /** What was written, all of whose elements are closed. */
  get body(): string {
    const body = this.pieces.join('')
    return this.isParted ? `<div>${body}</div>` : body
  }

  private nameOf(name: string): string {
    // Who is quoted stands in a quotation's footer, which Readability takes for the page's.
    if (name === 'footer' && this.quotes > 0) return 'p'
    // A name with a colon (Word's `o:p`) would pass for what stands behind it.
    return name.includes(':') ? name.replaceAll(':', '-') : name
  }

  private makeRoom(): void {
    const parent = this.parents.at(-1) ?? this.page
    parent.children += 1
    if (parent.children <= mostChildren) return
    parent.children = 1
    if (parent === this.page) this.isParted = true
    this.pieces.push(parent.next)
    if (parent.next === group) {
      parent.next = `</span>${group}`
      parent.end = `</span>${parent.end}`
    }
    // The one that it goes on in is its parent's child as well.
    const outer = this.parents.at(-2)
    if (outer) outer.children += 1
  }
}

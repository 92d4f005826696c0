import type { Passage } from '../build-snapshot.ts'
import { cleanCharacters, collapseWhiteSpace } from '../clean-characters.ts'
import { joinLabel, type LedPassage, withLabels } from '../run-in-label.ts'
import { tableText } from '../table-text.ts'
import { isOfQuotation, isReadCaption } from './figure-caption.ts'
import { inlineElements } from './inline-elements.ts'
import { inlineMark } from './inline-marks.ts'
import { isElement, type PageElement } from './page-document.ts'
import { preformatted } from './preformatted.ts'
import { solidLength } from './solid-length.ts'
import { isDataTable, rowsOf } from './tables.ts'

/** A passage and how it stood on the page; the crumbs filter wants to know how much of it was links. */
export type PagePassage = Passage & {
  linked: number /** A bold line that heads the lines below it. */
  runIn?: boolean
}

const textNode = 3

type Context = { kind: Passage['kind']; level?: number }

/** Further meanings of a term join the first up to this length; beyond it they are items of their own. */
const longestEntry = 400

/** The entry of a definition list that is being read: its terms, where the first of them stands, meanings so far. */
type Definition = { terms: PagePassage[]; first: number | null; meanings: number }
const newDefinition = (): Definition => ({ terms: [], first: null, meanings: 0 })

function linkedShare(passages: readonly PagePassage[]): number {
  const length = passages.reduce((sum, { text }) => sum + text.length, 0)
  return passages.reduce((sum, { text, linked }) => sum + linked * text.length, 0) / Math.max(1, length)
}

/** Walks an article's elements in order and makes plain passages of them. */
class Collector {
  readonly passages: (PagePassage & LedPassage)[] = []
  /** Pieces of the passage being read; joined once, since a page may hold a million of them. */
  private open: string[] = []
  /** Characters of it that are no white space: in all, in links, and in bold. */
  private solid = 0
  private linked = 0
  private bold = 0
  private breaks = 0
  private boldDepth = 0
  private breakEndsBold = false
  private lead: LedPassage['lead']
  private context: Context = { kind: 'paragraph' }
  private defining: Definition | null = null

  private flush() {
    const text = collapseWhiteSpace(cleanCharacters(this.open.join('')))
    if (/[\p{L}\p{N}\p{S}]/u.test(text)) {
      const linked = this.linked / Math.max(1, this.solid)
      this.passages.push({ ...this.context, text, linked, ...(this.lead && { lead: this.lead }) })
    }
    this.lead = undefined
    this.open = []
    this.solid = 0
    this.linked = 0
    this.bold = 0
    this.breaks = 0
    this.breakEndsBold = false
  }

  private within(context: Context, element: PageElement) {
    this.flush()
    const outer = this.context
    this.context = context
    this.children(element, false)
    this.flush()
    this.context = outer
  }

  /** A list of terms and what they mean: each term with its meaning is one item. */
  private definitions(list: PageElement, inLink: boolean) {
    this.flush()
    const outer = this.defining
    this.defining = newDefinition()
    this.children(list, inLink)
    this.flush()
    this.defining = outer
  }

  private term(element: PageElement) {
    const entry = this.defining
    if (!entry) return
    const from = this.passages.length
    if (entry.meanings > 0) Object.assign(entry, newDefinition())
    this.within({ kind: this.itemKind() }, element)
    const [term, ...more] = this.passages.slice(from)
    // Several terms in a row share what follows them.
    if (term && more.length === 0) {
      if (entry.first === null) entry.first = from
      entry.terms.push(term)
    } else Object.assign(entry, newDefinition())
  }

  private meaning(element: PageElement) {
    const entry = this.defining
    const from = this.passages.length
    this.within({ kind: this.itemKind() }, element)
    const found = this.passages.slice(from)
    const meaning = found[0]
    if (!entry || entry.first === null || !meaning || meaning.kind !== this.itemKind()) return
    const before = entry.meanings === 0 ? null : this.passages[entry.first]
    entry.meanings += 1
    if (before === null) {
      const label = entry.terms.map(({ text }) => text).join(', ')
      const joined = {
        ...meaning,
        text: joinLabel(label, meaning.text),
        linked: linkedShare([...entry.terms, meaning]),
      }
      this.passages.splice(entry.first, this.passages.length, joined, ...found.slice(1))
    } else if (before && entry.first === from - 1 && found.length === 1) {
      const glue = /[\p{P}]$/u.test(before.text) ? ' ' : '; '
      const joined = {
        ...before,
        text: `${before.text}${glue}${meaning.text}`,
        linked: linkedShare([before, meaning]),
      }
      if (joined.text.length <= longestEntry) this.passages.splice(entry.first, 2, joined)
    }
  }

  private itemKind(): Passage['kind'] {
    return this.context.kind === 'quote' ? 'quote' : 'list-item'
  }

  private children(element: PageElement, inLink: boolean) {
    for (const node of element.childNodes) {
      if (node.nodeType === textNode) this.text(node.textContent ?? '', inLink)
      else if (isElement(node)) this.element(node, inLink)
    }
  }

  private text(text: string, inLink: boolean) {
    const solid = solidLength(text)
    if (solid > 0) {
      if (this.open.at(-1) === '\n' && /^[ \t\n]*\u3000/.test(text)) this.flush()
      this.breaks = 0
      this.breakEndsBold = false
    }
    // A line end in the markup is only white space; line feeds stand for <br> here.
    this.open.push(
      text.includes('\n')
        ? text.replace(/\s+/g, (run, at: number) => {
            if (!run.includes('\n')) return run
            return this.wordBreak(text, run, at) ? ' ' : ''
          })
        : text,
    )
    this.solid += solid
    if (inLink) this.linked += solid
    if (this.boldDepth > 0) this.bold += solid
  }

  /** In Chinese and Japanese a line end in the markup is no space between words. */
  private wordBreak(text: string, run: string, at: number): boolean {
    const around = collapseWhiteSpace(
      `${text.slice(Math.max(0, at - 2), at)}\n${text.slice(at + run.length, at + run.length + 2)}`,
    )
    return / /.test(around) || at === 0 || at + run.length === text.length
  }

  private lineBreak() {
    this.breaks += 1
    // Two in a row, white space between them or not, are how old pages part paragraphs.
    if (this.allBold() && this.context.kind !== 'heading') {
      if (this.boldDepth === 0) return this.runInHeading()
      // Whether the bold goes on after the break is only known where it ends.
      this.breakEndsBold = true
    }
    if (this.breaks >= 2) this.flush()
    else this.open.push('\n')
  }

  private allBold(): boolean {
    return this.bold > 0 && this.bold >= this.solid
  }

  private noteLead(apart: boolean) {
    if (!this.allBold() || this.solid > 80) return
    this.lead = { text: collapseWhiteSpace(cleanCharacters(this.open.join(''))), apart }
  }

  /** A bold line of its own heads what follows it; in a list item it is the item's label. */
  private runInHeading() {
    if (this.context.kind === 'list-item') {
      this.noteLead(true)
      this.open.push('\n')
      return
    }
    const isHeading = this.context.kind === 'paragraph' && this.solid <= 100
    const outer = this.context
    if (isHeading) this.context = this.subheading()
    this.flush()
    const made = this.passages.at(-1)
    if (isHeading && made) made.runIn = true
    this.context = outer
  }

  /** One level below the heading above, beside others of its own sort. */
  private subheading(): Context {
    const above = this.passages.findLast((passage) => passage.kind === 'heading')
    return {
      kind: 'heading',
      level: Math.min(6, (above?.runIn ? above.level : (above?.level ?? 1) + 1) ?? 6),
    }
  }

  /** What opens a part of the page heads it. */
  private summary(element: PageElement) {
    const from = this.passages.length
    this.within(this.subheading(), element)
    for (const made of this.passages.slice(from)) made.runIn = true
  }

  private element(element: PageElement, inLink: boolean) {
    const name = element.localName
    if (name === 'br') return this.lineBreak()
    if (name === 'pre' || name === 'listing' || name === 'xmp') return this.code(element)
    if (name === 'table') return this.table(element)
    const heading = /^h([1-6])$/.exec(name)
    if (heading) return this.within({ kind: 'heading', level: Number(heading[1]) }, element)
    if (name === 'dl') return this.definitions(element, inLink)
    if (name === 'dt' && this.defining) return this.term(element)
    if (name === 'dd' && this.defining) return this.meaning(element)
    if (name === 'li' || name === 'dt' || name === 'dd')
      return this.within({ kind: this.itemKind() }, element)
    if (name === 'blockquote') return this.within({ kind: 'quote' }, element)
    if (name === 'summary' && (element.textContent ?? '').length <= 160) return this.summary(element)
    if (name === 'figcaption') {
      const of = isOfQuotation(element) ? 'quote' : 'paragraph'
      return isReadCaption(element) ? this.within({ kind: of }, element) : this.flush()
    }
    if (!inlineElements.has(name)) {
      this.flush()
      this.children(element, inLink)
      return this.flush()
    }
    const mark = inlineMark(element)
    if (mark !== null) return this.text(mark, inLink)
    const isBold = name === 'b' || name === 'strong'
    if (isBold) this.boldDepth += 1
    this.children(element, inLink || name === 'a')
    if (!isBold) return
    this.boldDepth -= 1
    if (this.boldDepth > 0) return
    if (this.breakEndsBold && this.allBold()) this.runInHeading()
    else this.noteLead(this.lead?.apart ?? false)
    this.breakEndsBold = false
  }

  private code(element: PageElement) {
    this.flush()
    const text = cleanCharacters(preformatted(element))
      .replace(/[ \t]+$/gm, '')
      .replace(/^\n+|\s+$/g, '')
    if (text !== '') this.passages.push({ kind: 'code', text, linked: 0 })
  }

  private table(element: PageElement) {
    this.flush()
    if (!isDataTable(element)) {
      this.children(element, false)
      return this.flush()
    }
    const caption = Array.from(element.children).find((child) => child.localName === 'caption')
    if (caption) this.within({ kind: 'paragraph' }, caption)
    const text = tableText(rowsOf(element).map((cells) => cells.map((cell) => cleanCharacters(cell))))
    if (text !== '') this.passages.push({ kind: 'table', text, linked: 0 })
  }

  collect(element: PageElement): PagePassage[] {
    this.children(element, false)
    this.flush()
    return withLabels(this.passages)
  }
}

/** The passages of an article's element, in the page's order, without marks. The element's depth must be bounded. */
export function passagesOf(element: PageElement): PagePassage[] {
  return new Collector().collect(element)
}

import { type Declaration, parseDeclarations } from './declarations.ts'
import { findSheets } from './find-sheets.ts'
import { type Rule, readSheet } from './read-sheet.ts'
import { type Selector, selects, type Tag } from './selector.ts'

/** Rules that can hide something; the largest sites' sheets have a few thousand. */
const mostRules = 20_000
/** Questions whether a rule picks an element; a page of 5,000 elements asks about 50,000. */
const mostQuestions = 1_000_000

/** What an element is told by all rules and its own style, the strongest only. */
export type Style = ReadonlyMap<string, string>

const unstyled: Style = new Map()

/** The property of its rightmost part by which a selector is found. */
function keyOf({ groups }: Selector): string {
  const last = groups.at(-1)?.at(-1)
  if (last?.id) return `#${last.id}`
  return last?.classes[0] !== undefined ? `.${last.classes[0]}` : (last?.name ?? '*')
}

function keysOf({ name, classes, attributes }: Tag): string[] {
  const keys = ['*', name]
  if (attributes.id) keys.push(`#${attributes.id}`)
  for (const each of classes) keys.push(`.${each}`)
  return keys
}

/**
 * Tells the style of each element of a page by its own style sheets (not by those it links to) and style attributes:
 * important declarations first, then attributes, then the more specific and the later rules.
 */
export class Cascade {
  private readonly byKey = new Map<string, { rule: Rule; order: number }[]>()
  private questions = 0
  private rules = 0

  constructor(html: string) {
    for (const sheet of findSheets(html)) this.add(readSheet(sheet))
  }

  /** Whether there are more rules than can be followed. */
  get isTooLarge(): boolean {
    return this.rules > mostRules || this.questions > mostQuestions
  }

  get hasRules(): boolean {
    return this.rules > 0
  }

  private add(rules: readonly Rule[]) {
    for (const rule of rules) {
      this.rules += 1
      if (this.rules > mostRules) return
      const key = keyOf(rule.selector)
      const known = this.byKey.get(key)
      const entry = { rule, order: this.rules }
      if (known) known.push(entry)
      else this.byKey.set(key, [entry])
    }
  }

  /** The style of the last of these elements, each of which stands within the one before it. */
  styleOf(path: readonly Tag[]): Style {
    const tag = path.at(-1)
    if (!tag) return unstyled
    const own = tag.attributes.style
    const picked = this.byKey.size > 0 ? this.pick(path, tag) : []
    if (picked.length === 0 && own === undefined) return unstyled
    const declarations = picked.flatMap(({ rule }) => rule.declarations)
    if (own !== undefined) declarations.push(...parseDeclarations(own))
    return settle(declarations)
  }

  private pick(path: readonly Tag[], tag: Tag) {
    const picked: { rule: Rule; order: number }[] = []
    for (const key of keysOf(tag)) {
      const entries = this.byKey.get(key)
      if (!entries) continue
      this.questions += entries.length
      if (this.isTooLarge) return []
      for (const entry of entries) if (selects(entry.rule.selector, path)) picked.push(entry)
    }
    return picked.sort(
      (a, b) => a.rule.selector.specificity - b.rule.selector.specificity || a.order - b.order,
    )
  }
}

function settle(declarations: readonly Declaration[]): Style {
  const style = new Map<string, string>()
  for (const important of [false, true])
    for (const { property, value, important: is } of declarations)
      if (is === important) {
        // The later of the two spellings of a background decides.
        if (property === 'background') {
          style.delete('background-color')
          style.delete('background-image')
        }
        style.set(property, value)
      }
  return style
}

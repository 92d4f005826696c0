import { wordCount } from '#app/features/segmentation/words.ts'
import type { Block } from '#app/features/sources/snapshot.ts'

// Sections that hold no prose of the piece, in the languages whose sites write them most.
const apparatus =
  /^(?:\d+[.)]?\s*)?(?:references|notes|footnotes|bibliography|works cited|see also|external links|further reading|contents|table of contents|related(?: (?:articles|posts|stories|links|reading|content))?|recommended(?: reading)?|acknowledge?ments?|sources|citations|comments|share(?: this)?|about the authors?|newsletter|subscribe|tags|advertisement|licen[sc]e|contributing|contributors|badges|literatur|weblinks|einzelnachweise|siehe auch|inhaltsverzeichnis|anmerkungen|quellen|références|voir aussi|notes et références|liens externes|sommaire|bibliographie|referencias|véase también|enlaces externos|bibliografía|índice|notas|参考文献|関連項目|脚注|外部リンク|出典|目次|参考资料|外部链接|相关条目|目录|المراجع|انظر أيضا|وصلات خارجية|הערות שוליים|ראו גם|קישורים חיצוניים|सन्दर्भ|इन्हें भी देखें)\s*(?:\[edit\]|#)?\s*:?$/iu

const crumbs = [
  /^(?:by|von|par|por|words by|text by|photo(?:graph)?s? by|edited by|written by)\s+\p{Lu}[\p{L}.'’-]+(?:\s+\S+){0,8}$/u,
  /^[([]?(?:photo|image|picture|video|bild|foto|grafik|quelle|source|crédit|credit|credits|imagen|photograph|figure|fig\.|abb\.|caption|illustration)s?\b ?(?:credit|by|courtesy)?\s*[:：.\d]/iu,
  /^(?:read|see|watch|listen|view|show|click|tap|share|follow|subscribe|sign up|sign in|log in|download|learn|get|buy|check out|join|continue|skip|jump|back to|go to|explore|discover|find out)\b.{0,60}(?:more|full|here|now|also|transcript|report|newsletter|us|app|article|story|top|content|comments|below|facebook|twitter|next|all)\b/iu,
  /\b(?:cookies? (?:policy|settings|notice)|uses? cookies|accept (?:all )?cookies|privacy policy|terms of (?:use|service)|all rights reserved|copyright ©|©\s*\d{4}|newsletter|unsubscribe|advertisement|sponsored|originally (?:published|appeared)|this (?:article|post|story) (?:was|first|originally)|follow (?:me|us) on|thanks for reading|if you (?:liked|enjoyed) this|minutes? read|min read|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)\b/iu,
  /^(?:comments?|kommentare|commentaires|comentarios)\s*\(?\d*/iu,
  /^(?:published|updated|posted|last (?:updated|modified)|veröffentlicht|aktualisiert|publié|actualizado)\b.{0,40}\d/iu,
  /^(?:related|mehr zum thema|lesen sie auch|à lire aussi|lire aussi|lee también|関連記事|相关阅读|もっと読む)\s*[:：]?/iu,
  /^\S+ ?(?:>|»|›|→|\|) ?\S+.*(?:>|»|›|→|\|)/u,
]

export type Role = 'prose' | 'item' | 'heading' | 'skip'

/**
 * What each block is to a thread. Skipped: code, tables, everything under a heading such as References, bylines,
 * captions, prompts to share or read on, notices. In a text whose paragraphs end in full stops, a short one without is a
 * caption or a crumb too.
 */
export function blockRoles(text: string, blocks: readonly Block[]): Role[] {
  const punctuated = mostlyPunctuated(text, blocks)
  const footnotes = footnoteBlocks(text, blocks)
  const navigation = navigationItems(text, blocks)
  let apparatusLevel = 0
  const roles = blocks.map((block, index) => {
    const content = text.slice(block.start, block.end).trim()
    if (block.kind === 'heading') {
      const level = block.level ?? 2
      if (apparatusLevel === 0 || level <= apparatusLevel)
        apparatusLevel = apparatus.test(content) ? level : 0
      return 'heading'
    }
    if (apparatusLevel > 0 || footnotes.has(index) || block.kind === 'code' || block.kind === 'table')
      return 'skip'
    if (content.length < 600 && crumbs.some((crumb) => crumb.test(content))) return 'skip'
    if (block.kind === 'list-item') return navigation.has(index) ? 'skip' : 'item'
    return punctuated && isFragment(content) ? 'skip' : 'prose'
  })
  return roles.map((role, index) => (role === 'prose' && isStray(text, blocks, roles, index) ? 'skip' : role))
}

/** A short paragraph in the midst of captions and links is one of them, whatever it ends in. */
function isStray(text: string, blocks: readonly Block[], roles: readonly Role[], index: number): boolean {
  const block = blocks[index]
  if (!block || wordCount(text.slice(block.start, block.end)) >= 25) return false
  const around = [-3, -2, -1, 1, 2, 3].map((step) => index + step)
  return around.filter((at) => roles[at] === 'skip' && blocks[at]?.kind === 'paragraph').length >= 4
}

const ended = /[\p{Sentence_Terminal}…:：;；؛][\s"'”’“»›)\]}）」』】\d[]*$/u

const stopped = /[\p{Sentence_Terminal}…][\s"'”’“»›)\]}）」』】]*$/u

/** Whether a text ends as a whole sentence does, which a list's "…;" isn't. */
export function isWhole(text: string): boolean {
  return stopped.test(text.slice(-40))
}

/** Whether a text ends as a sentence or a lead-in does. */
export function endsSentence(text: string): boolean {
  return ended.test(text.slice(-40))
}

function isFragment(content: string): boolean {
  return !ended.test(content) && wordCount(content) < 22
}

/** Only paragraphs of some length tell: a page may be full of captions and links, and its prose still be punctuated. */
export function mostlyPunctuated(text: string, blocks: readonly Block[]): boolean {
  const paragraphs = blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'quote')
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((content) => wordCount(content) >= 12)
  let length = 0
  let punctuated = 0
  for (const content of paragraphs) {
    length += content.length
    if (ended.test(content.slice(-40))) punctuated += content.length
  }
  return punctuated > length * 0.6
}

/** Blocks that begin with a number set against a capital ("22Some call it …"), counting on from one to the next. */
function footnoteBlocks(text: string, blocks: readonly Block[]): Set<number> {
  const found = new Set<number>()
  let before: { number: number; index: number } | null = null
  blocks.forEach(({ start, end }, index) => {
    const match = /^(\d{1,3})\p{Lu}\p{Ll}/u.exec(text.slice(start, Math.min(end, start + 8)))
    if (!match) return
    const number = Number(match[1])
    if (before && before.number + 1 === number && index - before.index <= 2)
      found.add(before.index).add(index)
    before = { number, index }
  })
  return found
}

/**
 * The items of lists that are menus or tables of contents: many, mostly of a few words without a stop, and not announced by a
 * line that ends in a colon.
 */
function navigationItems(text: string, blocks: readonly Block[]): Set<number> {
  const found = new Set<number>()
  let first = 0
  while (first < blocks.length) {
    let end = first
    while (blocks[end]?.kind === 'list-item') end++
    if (isNavigation(text, blocks[first - 1], blocks.slice(first, end))) {
      for (let index = first; index < end; index++) found.add(index)
    }
    first = end + 1
  }
  return found
}

function isNavigation(text: string, before: Block | undefined, list: readonly Block[]): boolean {
  if (list.length < 4) return false
  const lead = before && before.kind !== 'heading' ? text.slice(before.start, before.end).trim() : ''
  if (/[:：]$/u.test(lead)) return false
  const items = list.map(({ start, end }) => text.slice(start, end).trim())
  return items.filter((item) => wordCount(item) < 5 && !ended.test(item)).length > items.length * 0.6
}

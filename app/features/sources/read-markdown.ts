import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { buildSnapshot, type Passage } from './build-snapshot.ts'
import { cleanCharacters, collapseWhiteSpace } from './clean-characters.ts'
import { takeFrontMatter } from './front-matter.ts'
import { readPlainText } from './read-plain-text.ts'
import { type LedPassage, withLabels } from './run-in-label.ts'
import type { Snapshot } from './snapshot.ts'
import { tableText } from './table-text.ts'
import { isTangled } from './tangled-markdown.ts'

type RootContent = ReturnType<typeof fromMarkdown>['children'][number]
type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number]
type List = Extract<RootContent, { type: 'list' }>
type Table = Extract<RootContent, { type: 'table' }>

/** The words of inline content; link text stays, targets, images, raw tags and footnote marks go. */
function inlineText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'inlineCode') return node.value
      if (node.type === 'break') return '\n'
      if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : ''
      return 'children' in node ? inlineText(node.children) : ''
    })
    .join('')
}

/** Lines this long were not wrapped: each is a paragraph whose writer left out the blank lines. */
const unwrappedLine = 120

function paragraphs(nodes: readonly PhrasingContent[], kind: Passage['kind']): LedPassage[] {
  const text = inlineText(nodes)
  const lines = text.split('\n')
  const apart = lines.length > 1 && lines.every((line) => line.length >= unwrappedLine)
  if (apart) return lines.map((each) => ({ kind, text: collapseWhiteSpace(each) }))
  return [{ kind, text: collapseWhiteSpace(text), ...boldFront(nodes) }]
}

function boldFront([first, next]: readonly PhrasingContent[]): Pick<LedPassage, 'lead'> {
  if (first?.type !== 'strong') return {}
  return { lead: { text: collapseWhiteSpace(inlineText(first.children)), apart: next?.type === 'break' } }
}

function listPassages(list: List, quoted: boolean): LedPassage[] {
  return list.children.flatMap((item) =>
    item.children.flatMap((child, index) =>
      passagesOf(child, quoted).map(
        (passage): LedPassage =>
          passage.kind === 'paragraph' && index === 0 ? { ...passage, kind: 'list-item' } : passage,
      ),
    ),
  )
}

function tablePassage(table: Table): Passage {
  return {
    kind: 'table',
    text: tableText(table.children.map((row) => row.children.map((cell) => inlineText(cell.children)))),
  }
}

function passagesOf(node: RootContent, quoted: boolean): LedPassage[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, text: collapseWhiteSpace(inlineText(node.children)) }]
    case 'paragraph':
      return paragraphs(node.children, quoted ? 'quote' : 'paragraph')
    case 'blockquote':
      return node.children.flatMap((child) => passagesOf(child, true))
    case 'list':
      return listPassages(node, quoted)
    case 'code':
      return [{ kind: 'code', text: node.value.replace(/^\n+|\s+$/g, '') }]
    case 'table':
      return [tablePassage(node)]
    case 'footnoteDefinition':
      return node.children.flatMap((child) => passagesOf(child, quoted))
    default:
      return []
  }
}

/**
 * Reads Markdown (CommonMark with GitHub's tables, strikethrough and bare links). Front matter gives the details, the
 * first heading the title where front matter has none. Text with more marks in
 * one place than anybody writes is read as plain text. Never throws.
 */
export function readMarkdown(input: string): Snapshot {
  const { body, details } = takeFrontMatter(cleanCharacters(input).replace(/^\n+/, ''))
  if (isTangled(body)) return readPlainText(body)
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const passages = withLabels(tree.children.flatMap((node) => passagesOf(node, false))).filter(
    (passage) => passage.text !== '',
  )
  const heading = passages.find((passage) => passage.kind === 'heading')
  return buildSnapshot('markdown', passages, { ...details, title: details.title ?? heading?.text ?? null })
}

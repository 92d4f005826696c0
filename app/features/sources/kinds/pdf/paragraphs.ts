import { type BodyStyle, halfPoints } from './body-style.ts'
import { breaksWord } from './join-lines.ts'
import type { Line } from './lines.ts'

/** Lines that belong together, and how they stand to what is above them. */
export type Paragraph = {
  lines: Line[]
  /** Whether more than the usual space, or another column, stands before it. */
  apart: boolean
  kind: 'text' | 'list-item' | 'table'
}

const bullet = /^(?:[•◦▪▫‣●○■□➢➤✓✔∙⁃\uF0B7\uF0A7\uF0D8\uF076]\s*|[*–—-]\s+)(?=\S)/u
const numbered = /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|[ivx]{1,5}[.)])\s+\S/i
/** A sentence's end, with what may close around it. */
const sentenceEnd = /[.!?…。！？:؟۔][)\]"”’»」』]*$/u

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

const sameSize = (one: Line, other: Line) =>
  Math.abs(one.size - other.size) <= Math.max(one.size, other.size) * 0.08

/**
 * How far the lines around each line reach: a picture or a box may stand beside them where the column is wider.
 */
function reachesOf(lines: readonly Line[]): number[] {
  return lines.map((line, index) => {
    const around = lines.slice(Math.max(0, index - 4), index + 5)
    const alike = around.filter((each) => each.flow === line.flow && sameSize(each, line))
    return Math.max(...alike.map(({ end }) => end))
  })
}

/** Whether the next line's first word would still have fitted, so that the line was ended on purpose. */
function endsShort(line: Line, next: Line, reach: number): boolean {
  const word = next.text.split(/\s/, 1)[0] ?? ''
  const letter = (next.end - next.start) / Math.max(1, next.text.length)
  // Chinese and Japanese part no words: a line is filled up to its last sign or two.
  const needed = (unspaced.test(word) ? 2 : word.length) * letter
  return line.end + needed + line.size < reach
}

/** Whether a line of the same column and size opens a paragraph by how it stands there. */
function opensByPlace(
  { lines: open, kind }: Paragraph,
  line: Line,
  { next, reach }: { next: Line | undefined; reach: number },
): boolean {
  const above = open.at(-1)
  if (!above) return true
  const indent = line.size * 0.8
  const inside = line.start - above.start
  const goesBack =
    next?.flow !== line.flow || !sameSize(line, next) || next.start < line.start - line.size * 0.4
  // A first line's indent goes back with the next line; a hanging one stays, and hangs below every item's mark.
  const [first = above] = open
  const hangs = kind === 'list-item' && line.start > first.start + line.size * 0.3
  if (hangs || breaksWord(above.text, line.text)) return false
  if (inside > indent && inside < line.size * 6 && goesBack) return true
  if (inside < -indent && open.length >= 2 && open.slice(1).every(({ start }) => start > line.start + indent))
    return true
  if (!endsShort(above, line, reach)) return false
  const room = above.column.end - above.end
  return sentenceEnd.test(above.text) || room > (above.column.end - above.column.start) * 0.4
}

function opensList(
  line: Line,
  above: Line,
  { next, reach, inList }: { next: Line | undefined; reach: number; inList: boolean },
): boolean {
  if (bullet.test(line.text)) return true
  if (!numbered.test(line.text)) return false
  const hangs = next?.flow === line.flow && next.start > line.start + line.size * 0.5
  return inList || hangs || endsShort(above, line, reach) || line.start > line.column.start + line.size * 0.8
}

/** Whether text goes on from one column, or page, to the next; headings never do. */
function goesOn(last: Line, line: Line, body: BodyStyle): boolean {
  if (
    last.size > body.size * 1.12 ||
    !sameSize(last, line) ||
    bullet.test(line.text) ||
    numbered.test(line.text)
  )
    return false
  if (breaksWord(last.text, line.text)) return true
  if (sentenceEnd.test(last.text)) {
    const indented = line.start > line.column.start + line.size * 0.8
    const full = last.end > last.column.end - last.size * 1.5
    return full && !indented && /^[\p{Ll}]/u.test(line.text)
  }
  return /^[\p{Ll}\p{Lo}\d(“"„«]/u.test(line.text) || last.end > last.column.end - last.size * 2.5
}

/** Puts lines together to paragraphs by the space between them, indents, sizes, and where lines end before their time. */
export function paragraphsOf(lines: readonly Line[], body: BodyStyle): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const reaches = reachesOf(lines)
  const isBody = (line: Line) => Math.abs(halfPoints(line.size) - body.size) <= 0.5
  for (const [index, line] of lines.entries()) {
    const current = paragraphs.at(-1)
    const above = current?.lines.at(-1)
    const next = lines[index + 1]
    if (!current || !above) {
      paragraphs.push({ lines: [line], apart: true, kind: bullet.test(line.text) ? 'list-item' : 'text' })
      continue
    }
    if (above.flow !== line.flow) {
      // Notes at the foot of the column before stand between a paragraph and the rest of it.
      const broken = isBody(line)
        ? paragraphs.findLast(({ lines: [first] }) => first !== undefined && isBody(first))
        : current
      const last = broken?.lines.at(-1)
      if (broken && last && last.flow === above.flow && goesOn(last, line, body)) {
        broken.lines.push(line)
        // What follows belongs to it too.
        paragraphs.splice(paragraphs.indexOf(broken), 1)
        paragraphs.push(broken)
      } else
        paragraphs.push({
          lines: [line],
          apart: true,
          kind: bullet.test(line.text) || numbered.test(line.text) ? 'list-item' : 'text',
        })
      continue
    }
    const reach = reaches[index - 1] ?? above.end
    const apart = line.y - above.y > line.size * body.leading * 1.25 || line.y < above.y - line.size * 0.5
    const list = opensList(line, above, { next, reach, inList: current.kind === 'list-item' })
    const otherSize = !sameSize(above, line)
    const headingGoesOn =
      !isBody(line) && line.size > body.size && !otherSize && line.y - above.y < line.size * 1.7
    if (headingGoesOn && !list) {
      current.lines.push(line)
      continue
    }
    const opens = apart || otherSize || list || opensByPlace(current, line, { next, reach })
    if (opens) paragraphs.push({ lines: [line], apart, kind: list ? 'list-item' : 'text' })
    else current.lines.push(line)
  }
  return paragraphs
}

/** A list item's text without the sign that marks it as one; numbers stay, since they mean something. */
export const withoutBullet = (text: string) => text.replace(bullet, '')

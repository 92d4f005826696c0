import { z } from 'zod'
import { type BodyStyle, halfPoints } from './body-style.ts'
import type { Pdf } from './open-pdf.ts'
import type { Paragraph } from './paragraphs.ts'

const longest = 200
const mostOutlineItems = 2_000
const captions = /^(?:fig(?:ure|\.)?|abb(?:ildung|\.)?|tab(?:le|elle|\.)?|図|表|source|quelle)[\s.:]*\d/i

const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/^(?:\d+\.?)+\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const outlineSchema = z.array(z.object({ title: z.string(), items: z.array(z.unknown()).catch([]) }))

/** The document's bookmarks: how deep each title stands, 1 for the top. Without any, or with broken ones, none. */
export async function outlineOf(pdf: Pdf): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  const waiting: { items: unknown; level: number }[] = [
    { items: await pdf.getOutline().catch(() => null), level: 1 },
  ]
  for (let index = 0; index < waiting.length && found.size < mostOutlineItems; index += 1) {
    const { items, level } = waiting[index] ?? { items: null, level: 1 }
    for (const { title, items: below } of outlineSchema.safeParse(items).data ?? []) {
      const key = letters(title)
      if (key !== '' && !found.has(key)) found.set(key, level)
      if (level < 6 && below.length > 0) waiting.push({ items: below, level: level + 1 })
    }
  }
  return found
}

type Titled = { paragraph: Paragraph; text: string }

const sizeOf = ({ lines }: Paragraph) => halfPoints(lines[0]?.size ?? 0)

/** Whether it is set as a heading: larger than the text, or in another font and by itself. */
function isSetApart({ paragraph, text }: Titled, next: Titled | undefined, body: BodyStyle): boolean {
  if (
    text.length > longest ||
    paragraph.lines.length > 4 ||
    !/\p{L}{2}|\p{Lo}/u.test(text) ||
    captions.test(text)
  )
    return false
  if (paragraph.kind === 'table') return false
  const size = sizeOf(paragraph)
  const isSentence = /[.,;:。]$/u.test(text) && text.length > 60
  if (size >= body.size * 1.12) return !isSentence
  const first = paragraph.lines[0]
  if (paragraph.kind !== 'text' || !paragraph.apart || size < body.size * 0.95 || paragraph.lines.length > 2)
    return false
  if (text.length > 100 || /[.,;:。]$/u.test(text) || !/^[\p{Lu}\p{Lo}\p{N}]/u.test(text)) return false
  // A line in the font of the paragraph below it is a short paragraph; one with none below heads nothing.
  const below = next?.paragraph.lines[0]
  return first !== undefined && first.font !== body.font && below !== undefined && below.font !== first.font
}

/**
 * The level of each heading among paragraphs, 1 to 6: by the bookmarks where they name it, else by its size among the
 * sizes of all headings. Null for what is none.
 */
export function headingLevels(
  paragraphs: readonly Titled[],
  body: BodyStyle,
  outline: ReadonlyMap<string, number>,
): (number | null)[] {
  const byOutline = paragraphs.map(({ paragraph, text }) =>
    text.length <= longest && paragraph.kind !== 'table' ? outline.get(letters(text)) : undefined,
  )
  const setApart = paragraphs.map((each, index) => isSetApart(each, paragraphs[index + 1], body))
  const sizes = [
    ...new Set(
      paragraphs
        .filter((_, index) => setApart[index])
        .map(({ paragraph }) => sizeOf(paragraph))
        .filter((size) => size >= body.size * 1.12),
    ),
  ].sort((one, other) => other - one)
  const rank = (size: number) => sizes.findIndex((each) => each <= size + 0.6)
  const ranks = [...new Set(sizes.map(rank))]
  return paragraphs.map(({ paragraph }, index) => {
    const level = byOutline[index]
    const isTitled = level !== undefined && (setApart[index] || paragraph.apart)
    if (isTitled && !setApart[index]) return Math.min(6, level + 1)
    if (!setApart[index]) return null
    const at = ranks.indexOf(rank(sizeOf(paragraph)))
    return Math.min(6, at === -1 ? ranks.length + 1 : at + 1)
  })
}

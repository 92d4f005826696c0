import { randomBytes } from 'node:crypto'
import type { KeyPoint } from '../key-points.ts'
import type { WriterInput } from '../writer.ts'
import { articleWithin, omission } from './article.ts'

/** One line whatever is in it, so that a wish can't pose as another, or as a boundary. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** The text between two lines with a mark that it can't hold: 96 random bits, new for every request. */
export function marked(text: string): string {
  const line = `===== ${randomBytes(12).toString('hex')} =====`
  return `${line}\n${text}\n${line}`
}

/** A source as a request holds it, or `text` of it: as material, between marked lines. */
export function articleOf(source: WriterInput['source'], text = articleWithin(source)): string {
  const article = [
    source.title && `Title: ${oneLine(source.title)}`,
    source.siteName && `Site: ${oneLine(source.siteName)}`,
    text,
  ]
  const trimmed =
    text === source.text ? '' : ` Where it is long, passages are left out and marked ${omission}.`
  return `The article.${trimmed}\n${marked(article.filter(Boolean).join('\n\n'))}`
}

/** The most of a point's passages that goes along with it, in characters; what there is of the article holds the rest. */
const longestPassages = 600

/** Points as a request holds them: numbered, each with its passages, between marked lines. */
export function pointsOf({ text }: WriterInput['source'], points: readonly KeyPoint[]): string {
  const lines = points.map((point, index) => {
    const passages = oneLine(point.spans.map(({ start, end }) => text.slice(start, end)).join(' […] '))
    return `${index + 1}. ${oneLine(point.text)}\n   "${passages.slice(0, longestPassages)}"`
  })
  return marked(lines.join('\n'))
}

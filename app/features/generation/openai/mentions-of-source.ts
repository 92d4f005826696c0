import type { Range } from '#app/features/segmentation/sentences.ts'
import type { WriterInput } from '../writer.ts'
import { type Mention, mentionsIn } from './links.ts'

/**
 * Sentences that speak to a model instead of to a reader. The list can't be complete and needn't be: it only decides
 * whether the names in such a paragraph may be repeated, and links never may.
 */
const orders = [
  /\b(?:ignore|disregard|forget|override|bypass)\b(?:(?![.!?]\s)[^\n]){0,60}\b(?:instructions?|prompts?|rules|guidelines|directions|above|previous|prior)\b/iu,
  /\b(?:system|developer)\s+(?:prompt|message|instructions?)\b/iu,
  /\b(?:add|append|include|insert|mention|post|put|tag|write)\b(?:(?![.!?]\s)[^\n]){0,80}\b(?:every|each|all|your)\s+(?:tweet|post|thread|summar|repl|response|output|answer)/iu,
  /\b(?:ignorier|vergiss|vergesst|missacht)(?:(?![.!?]\s)[^\n]){0,60}(?:anweisung|regel|vorgabe)/iu,
  /\b(?:ignore[zr]?|oublie[zr]?)\b(?:(?![.!?]\s)[^\n]){0,60}\b(?:instructions|consignes|règles)/iu,
  /\b(?:ignor|olvid|esque[cç]|dimentic)(?:(?![.!?]\s)[^\n]){0,60}(?:instruc|instruç|istruzion|reglas|regras|regole)/iu,
]

type Passage = Range & { names: Set<string> }

/** "example.com" is a name that articles use; with a path it is a link. */
const isName = ({ kind, name }: Mention) => kind !== 'link' && !name.includes('/')
const keyOf = ({ kind, name }: Mention) => `${kind} ${name}`

/**
 * Which handles, e-mail addresses and domains of the source a tweet may repeat: those of the paragraphs that it cites.
 * None from a paragraph that gives orders, nor from its neighbours, so that a page can't have its own advertisement
 * spread over a thread. Links are never taken over from the text; the source's own address is added apart.
 */
export function mentionsOfSource(source: Pick<WriterInput['source'], 'text' | 'blocks'>) {
  const { text } = source
  const blocks: Range[] = source.blocks.length > 0 ? source.blocks : [{ start: 0, end: text.length }]
  const givesOrders = blocks.map(({ start, end }) =>
    orders.some((order) => order.test(text.slice(start, end))),
  )
  const passages = blocks.flatMap(({ start, end }, at): Passage[] => {
    if (givesOrders[at - 1] || givesOrders[at] || givesOrders[at + 1]) return []
    const mentions = mentionsIn(text.slice(start, end)).filter(isName)
    return mentions.length > 0 ? [{ start, end, names: new Set(mentions.map(keyOf)) }] : []
  })

  return (mention: Mention, cited: Range[]): boolean =>
    passages.some(
      ({ start, end, names }) =>
        names.has(keyOf(mention)) && cited.some((span) => span.start < end && span.end > start),
    )
}

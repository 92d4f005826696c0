import { Parser } from 'htmlparser2'

const deepest = 128
const mostElements = 300_000

/** An element of an XML document: names without their prefixes, as written. */
export type XmlElement = {
  name: string
  /** The prefix that stood before the name; '' for none. */
  prefix: string
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
}

/**
 * Reads XML into a tree, forgivingly. Entities of its own are neither expanded nor fetched: they stay as they are
 * written. Null where nothing is an element, where it is nested deeper than 128, or where it has over 300,000 elements.
 */
export function readXml(text: string): XmlElement | null {
  const root: XmlElement = { name: '', prefix: '', attributes: {}, children: [] }
  const open = [root]
  let elements = 0
  let tooMuch = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1
        if (open.length > deepest || elements > mostElements) {
          tooMuch = true
          parser.pause()
          return
        }
        const colon = name.indexOf(':')
        const element = {
          name: name.slice(colon + 1),
          prefix: name.slice(0, Math.max(0, colon)),
          attributes,
          children: [],
        }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext(piece) {
        open.at(-1)?.children.push(piece)
      },
      onclosetag() {
        if (open.length > 1) open.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (let start = 0; start < text.length && !tooMuch; start += 65_536)
    parser.write(text.slice(start, start + 65_536))
  if (tooMuch) return null
  parser.end()
  return root.children.find((child) => typeof child !== 'string') ?? null
}

/** Child elements, those of one name (without prefix) where it is given. */
export function childrenOf(element: XmlElement | null | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | null {
  return childrenOf(element, name)[0] ?? null
}

/** The text in an element and below it. */
export function textIn(element: XmlElement | null | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : textIn(child)))
    .join('')
    .trim()
}

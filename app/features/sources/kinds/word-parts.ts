import { Parser } from 'htmlparser2'
import type { Zip } from './read-zip.ts'
import { damaged, mostCharacters, tooComplex, tooLong } from './refuse.ts'

/** Word itself nests far less; what reads the parts after this goes down a level for each. */
const deepest = 200
/** Elements of all parts: a long novel has about 100,000, and what is built of each takes a kilobyte and more. */
const mostElements = 400_000

/** The style that hidden runs are given, so that the style map can leave them out. */
export const hiddenStyle = 'ThreadrHidden'

const isPart = (name: string) =>
  /\.(?:xml|rels)$/i.test(name) && !/^(?:customXml|docProps)\/|\/(?:theme|glossary|media)\//.test(name)

/** Gives runs that Word doesn't show (`w:vanish`) a style of their own. */
function markHidden(xml: string): string {
  const pieces: string[] = []
  let from = 0
  for (;;) {
    const start = xml.indexOf('<w:rPr>', from)
    const end = start === -1 ? -1 : xml.indexOf('</w:rPr>', start)
    if (end === -1) break
    pieces.push(xml.slice(from, start + 7))
    const properties = xml.slice(start + 7, end)
    const hidden = /<w:(?:vanish|webHidden)(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(properties)
    if (hidden) pieces.push(`<w:rStyle w:val="${hiddenStyle}"/>`)
    pieces.push(properties)
    from = end
  }
  pieces.push(xml.slice(from))
  return pieces.join('')
}

type Sums = { elements: number; characters: number }

/**
 * Refuses parts that no word processor writes (with a document type, and so entities; nested without end), and more than
 * is read anyway. Adds to the sums of all parts.
 */
function check(xml: string, sums: Sums): void {
  let depth = 0
  if (/<!DOCTYPE/i.test(xml)) throw damaged('Word document')
  const parser = new Parser(
    {
      onopentagname() {
        depth += 1
        sums.elements += 1
        if (depth > deepest || sums.elements > mostElements) throw tooComplex('Word document')
      },
      ontext(text) {
        sums.characters += text.trim().length
        if (sums.characters > mostCharacters) throw tooLong('Word document')
      },
      onclosetag() {
        depth -= 1
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  for (let start = 0; start < xml.length; start += 65_536) parser.write(xml.slice(start, start + 65_536))
  parser.end()
}

/**
 * The parts of a Word document that hold its text and what it means, checked: no pictures, fonts or embedded files.
 * Throws `file-damaged`, `file-too-complex` and `source-too-long`.
 */
export function wordParts(zip: Zip): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {}
  const sums: Sums = { elements: 0, characters: 0 }
  for (const name of zip.names) {
    if (!isPart(name)) continue
    const xml = new TextDecoder().decode(zip.read(name) ?? new Uint8Array())
    check(xml, sums)
    parts[name] = new TextEncoder().encode(markHidden(xml))
  }
  return parts
}

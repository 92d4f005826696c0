import { Parser } from 'htmlparser2'
import { cleanCharacters, collapseWhiteSpace } from '../clean-characters.ts'

/** As much of a field as is looked at: a feed may carry whole articles. */
const mostRead = 20_000

const apart = new Set('p div br li h1 h2 h3 h4 h5 h6 tr td blockquote pre figure figcaption'.split(' '))

/** One line of plain text out of a field that holds HTML: no tags, no scripts, no styles. */
export function plainText(html: string): string {
  const pieces: string[] = []
  let unread = 0
  const parser = new Parser({
    onopentag(name) {
      if (name === 'script' || name === 'style') unread += 1
      if (apart.has(name)) pieces.push('\n')
    },
    ontext(text) {
      if (unread === 0) pieces.push(text)
    },
    onclosetag(name) {
      if (name === 'script' || name === 'style') unread -= 1
      if (apart.has(name)) pieces.push('\n')
    },
  })
  parser.end(html.slice(0, mostRead))
  return collapseWhiteSpace(cleanCharacters(pieces.join('')))
}

/** A text's beginning, cut between words where there are any; `most` counts the ellipsis too. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:–—-]+$/, '')}…`
}

import { appliesToScreen } from './media.ts'

const opening = /<(?:!--|(script|style|noscript|template|textarea|title|xmp|iframe)(?=[\s/>]))/gi
const closing = {
  script: /<\/script/gi,
  style: /<\/style/gi,
  noscript: /<\/noscript/gi,
  template: /<\/template/gi,
  textarea: /<\/textarea/gi,
  title: /<\/title/gi,
  xmp: /<\/xmp/gi,
  iframe: /<\/iframe/gi,
}
const isRaw = (name: string): name is keyof typeof closing => name in closing

/**
 * The page's own style sheets for a screen, wherever they stand: a rule at the end counts for the text before it.
 * Those that only count without scripts are left out. Time grows with the length only.
 */
export function findSheets(html: string): string[] {
  const sheets: string[] = []
  opening.lastIndex = 0
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const name = found[1]?.toLowerCase()
    const end = name === undefined || !isRaw(name) ? null : closing[name]
    if (end === null) {
      const over = html.indexOf('-->', opening.lastIndex)
      if (over === -1) break
      opening.lastIndex = over + 3
      continue
    }
    const start = html.indexOf('>', opening.lastIndex) + 1
    if (start === 0) break
    end.lastIndex = start
    const over = end.exec(html)
    if (name === 'style') {
      const media = /\bmedia\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(html.slice(found.index, start))
      if (appliesToScreen(media?.[1] ?? media?.[2] ?? media?.[3] ?? ''))
        sheets.push(html.slice(start, over?.index ?? html.length))
    }
    if (!over) break
    opening.lastIndex = end.lastIndex
  }
  return sheets
}

import { collapseWhiteSpace } from '../clean-characters.ts'

const separator = /\s+[|\-–—·•»«/\\:]+\s+|\s*[|»｜]\s*|\s+::\s+|：(?=\S{1,12}$)/gu
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

type TitleHints = { siteName: string | null; host: string | null; headings: readonly string[] }

/** Whether this end of a title names the site: by its own name or by the address. */
function namesSite(part: string, { siteName, host }: TitleHints): boolean {
  const plain = letters(part)
  if (plain === '') return true
  const site = letters(siteName ?? '')
  if (
    site !== '' &&
    (plain === site || (site.length > 3 && plain.startsWith(site) && plain.length < site.length + 12))
  )
    return true
  const labels = (host ?? '').split('.').slice(0, -1).map(letters)
  return (
    plain === letters(host ?? '') ||
    labels.some(
      (label) =>
        label.length > 1 &&
        label !== 'www' &&
        (plain === label ||
          (label.length > 3 && plain.startsWith(label) && plain.length < label.length + 14)),
    )
  )
}

/** Takes the site's name off either end: "Title | BBC News", "Example — Title". */
export function stripSiteName(title: string, hints: TitleHints): string {
  let rest = collapseWhiteSpace(title)
  const bracketed = /^(.+\S)\s+\[([^\]]{2,40})\]$/.exec(rest)
  if (bracketed?.[1] && bracketed[2] && namesSite(bracketed[2], hints)) return bracketed[1]
  for (let round = 0; round < 3; round += 1) {
    const marks = [...rest.matchAll(separator)]
    const last = marks.at(-1)
    const first = marks[0]
    const head = last ? rest.slice(0, last.index) : ''
    const tail = last ? rest.slice(last.index + last[0].length) : ''
    if (head !== '' && namesSite(tail, hints)) {
      rest = head
      continue
    }
    const start = first ? rest.slice(0, first.index) : ''
    const after = first ? rest.slice(first.index + first[0].length) : ''
    if (start !== '' && after !== '' && !/:/.test(first?.[0] ?? '') && namesSite(start, hints)) {
      rest = after
      continue
    }
    break
  }
  return rest.trim()
}

/**
 * The article's title out of the names a page gives itself, the best first, and its top headings. A heading that the
 * page's own title contains is the title without the site's additions.
 */
export function chooseTitle(candidates: readonly (string | null)[], hints: TitleHints): string | null {
  const stated = candidates.map((each) => collapseWhiteSpace(each ?? '')).filter((each) => each !== '')
  const first = stated[0]
  const headings = hints.headings.map(collapseWhiteSpace).filter((each) => each !== '')
  if (first === undefined) return headings[0] ?? null
  const stripped = stripSiteName(first, hints)
  const within = headings.find(
    (heading) =>
      heading.length >= 8 &&
      letters(heading).length >= letters(stripped).length * 0.3 &&
      letters(stripped) !== letters(heading) &&
      (stripped.startsWith(heading) || stripped.endsWith(heading)) &&
      /[|\-–—·•»«:：/｜]/.test(stripped.replace(heading, '')),
  )
  return within ?? (stripped || (headings[0] ?? null))
}

import type { SourceDetails } from './build-snapshot.ts'
import { isoDate } from './iso-date.ts'

const fence = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/

function unquote(value: string): string {
  const quoted = /^(?:"(.*)"|'(.*)')$/.exec(value.trim())
  return (quoted ? (quoted[1] ?? quoted[2] ?? '') : value.replace(/\s#.*$/, '')).trim()
}

/**
 * Takes YAML front matter off a Markdown text and reads the few fields a snapshot has, written flat as static site
 * generators write them. A text that merely begins with a rule has no `name: value` line and stays whole.
 */
export function takeFrontMatter(markdown: string): { body: string; details: SourceDetails } {
  const found = fence.exec(markdown)
  const yaml = found?.[1]
  if (!found || yaml === undefined || !/^[\w-]+[ \t]*:/m.test(yaml)) return { body: markdown, details: {} }
  const fields = new Map<string, string[]>()
  let open: string[] | undefined
  for (const line of yaml.split('\n')) {
    const field = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line)
    const item = /^[ \t]*-[ \t]+(?:name:[ \t]*)?(.+)$/.exec(line)
    if (field) {
      const value = (field[2] ?? '').trim()
      const list = /^\[(.*)\]$/.exec(value)?.[1]?.split(',') ?? [value]
      open = list.map(unquote).filter((each) => each !== '')
      fields.set((field[1] ?? '').toLowerCase(), open)
    } else if (item && open) open.push(unquote(item[1] ?? ''))
  }
  const first = (...names: string[]) => names.map((name) => fields.get(name)?.[0]).find(Boolean) ?? null
  const authors = fields.get('authors') ?? fields.get('author') ?? []
  return {
    body: markdown.slice(found[0].length),
    details: {
      title: first('title'),
      byline: authors.join(', ') || null,
      publishedAt: isoDate(first('date', 'published', 'pubdate') ?? ''),
      language: first('lang', 'language'),
    },
  }
}

import { beginning } from '#app/features/sources/kinds/plain-text.ts'

/** In characters, the ellipsis included. */
const longestOpening = 80

/** What a thread is called: its source's title, else how the text begins, else the file's name or the address. */
export function threadTitle(source: {
  title: string | null
  url: string | null
  fileName: string | null
  text: string | null
}): string {
  if (source.title) return source.title
  const opening = source.text?.split('\n', 1)[0]?.trim()
  if (opening) return beginning(opening, longestOpening)
  return source.fileName ?? source.url ?? 'Untitled'
}

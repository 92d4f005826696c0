import { beginning } from './kinds/plain-text.ts'

/** In characters, the ellipsis included. */
const longestOpening = 80

export type NamedSource = {
  /** As it calls itself. */
  title: string | null
  url: string | null
  fileName: string | null
  /** Or how it begins. */
  text: string | null
}

/** What a source is called everywhere: by its title, else how its text begins, else the file's name or the address. */
export function sourceTitle({ title, url, fileName, text }: NamedSource): string {
  if (title) return title
  const opening = text?.split('\n', 1)[0]?.trim()
  if (opening) return beginning(opening, longestOpening)
  return fileName ?? url ?? 'Untitled'
}

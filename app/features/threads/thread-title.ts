import { beginning } from '#app/features/sources/kinds/plain-text.ts'

/** In characters, the ellipsis included. */
const longestOpening = 80

/**
 * What a thread is called: as its owner called it, else by its source's title, else how the text begins, else the file's
 * name or the address.
 */
export function threadTitle(thread: {
  ownTitle: string | null
  title: string | null
  url: string | null
  fileName: string | null
  text: string | null
}): string {
  const named = thread.ownTitle ?? thread.title
  if (named) return named
  const opening = thread.text?.split('\n', 1)[0]?.trim()
  if (opening) return beginning(opening, longestOpening)
  return thread.fileName ?? thread.url ?? 'Untitled'
}

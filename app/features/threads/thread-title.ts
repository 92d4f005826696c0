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
  if (opening)
    return opening.length <= longestOpening
      ? opening
      : `${opening.slice(0, opening.lastIndexOf(' ', longestOpening)).trimEnd()}…`
  return source.fileName ?? source.url ?? 'Untitled'
}

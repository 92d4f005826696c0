/** A tweet in two: what it says, and the lines that close a thread under it. */
export type Parts = { body: string; closing: string }

const onlyTagsAndLinks =
  /^(?:https?:\/\/\S+|[#＃][\p{L}\p{M}\p{N}_]+)(?:\s+(?:https?:\/\/\S+|[#＃][\p{L}\p{M}\p{N}_]+))*$/u

/**
 * Parts a tweet from the closing line, the link and the hashtags under it, which no rewriting may touch. A tweet of
 * nothing else is all body.
 */
export function withoutClosing(text: string, callToAction: string): Parts {
  const paragraphs = text.split('\n\n')
  const isClosingLine = (line: string) =>
    onlyTagsAndLinks.test(line) || (callToAction !== '' && line === callToAction)
  const end = paragraphs.findLastIndex(
    (paragraph) => !paragraph.split('\n').every((line) => isClosingLine(line.trim())),
  )
  if (end < 0) return { body: text, closing: '' }
  return { body: paragraphs.slice(0, end + 1).join('\n\n'), closing: paragraphs.slice(end + 1).join('\n\n') }
}

export function withClosing(body: string, { closing }: Pick<Parts, 'closing'>): string {
  return closing === '' ? body : `${body}\n\n${closing}`
}

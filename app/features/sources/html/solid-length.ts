const isWhite = (code: number) =>
  code <= 0x20 ||
  code === 0xa0 ||
  (code >= 0x1680 && (code === 0x3000 || (code >= 0x2000 && code <= 0x202f) || code === 0xfeff))

/** Characters (UTF-16) of a text that are no white space, told without making another text of it. */
export function solidLength(text: string): number {
  let solid = 0
  for (let index = 0; index < text.length; index += 1) if (!isWhite(text.charCodeAt(index))) solid += 1
  return solid
}

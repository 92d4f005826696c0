/** The properties by which text is hidden, or which tell that it isn't. */
const known = new Set(
  'display visibility opacity content-visibility position left top right bottom inset width height max-width max-height overflow overflow-x overflow-y clip clip-path transform scale translate text-indent margin-left margin-top font font-size color -webkit-text-fill-color background background-color background-image background-clip -webkit-background-clip filter'.split(
    ' ',
  ),
)

export type Declaration = { property: string; value: string; important: boolean }

/** What a style attribute or a rule's body sets, in its order; properties that hide nothing are left out. */
export function parseDeclarations(style: string): Declaration[] {
  const found: Declaration[] = []
  for (const part of style.slice(0, 8_000).split(';')) {
    const colon = part.indexOf(':')
    if (colon === -1) continue
    const property = part.slice(0, colon).trim().toLowerCase()
    if (!known.has(property)) continue
    const written = part
      .slice(colon + 1)
      .trim()
      .toLowerCase()
    const value = written.replace(/\s*!\s*important$/, '')
    found.push({ property, value, important: value !== written })
  }
  return found
}

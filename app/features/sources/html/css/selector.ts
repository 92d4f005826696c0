/** What is known of an element while a page's markup passes by. */
export type Tag = { name: string; attributes: Readonly<Record<string, string>>; classes: ReadonlySet<string> }

type Compound = {
  name: string | null
  id: string | null
  classes: string[]
  attributes: { name: string; value: string | null }[]
}

/** One selector from left to right: groups within one another, the compounds of a group each a child of the one before. */
export type Selector = { groups: Compound[][]; specificity: number }

const simple =
  /(\*|[a-z][\w-]*)|([.#])((?:[\w-]|[\u0080-\uffff]|\\.)+)|\[\s*([\w-]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*)?\]/iy

function parseCompound(text: string): Compound | null {
  const compound: Compound = { name: null, id: null, classes: [], attributes: [] }
  for (simple.lastIndex = 0; simple.lastIndex < text.length; ) {
    const at = simple.lastIndex
    const found = simple.exec(text)
    if (!found) return null
    const [, name, mark, word = '', attribute, ...values] = found
    if (name !== undefined && at > 0) return null
    if (name !== undefined) compound.name = name === '*' ? null : name.toLowerCase()
    else if (mark === '#') compound.id = word.replaceAll('\\', '')
    else if (mark === '.') compound.classes.push(word.replaceAll('\\', ''))
    else if (attribute !== undefined)
      compound.attributes.push({
        name: attribute.toLowerCase(),
        value: values.find((value) => value !== undefined) ?? null,
      })
  }
  return compound
}

/**
 * Reads a selector of elements, classes, ids and attributes, alone, together, within one another or as children. Null
 * for any other: neighbours, states and pseudo-elements.
 */
export function parseSelector(text: string): Selector | null {
  if (text.length > 300) return null
  const words = text
    .trim()
    .replace(/^:root(?![\w-])/, 'html')
    .replace(/\s*>\s*/g, ' > ')
    .split(/\s+/)
  if (words.length > 12) return null
  const groups: Compound[][] = []
  let child = false
  for (const word of words) {
    if (word === '>') {
      if (child || groups.length === 0) return null
      child = true
      continue
    }
    const compound = parseCompound(word)
    if (!compound) return null
    if (child) groups.at(-1)?.push(compound)
    else groups.push([compound])
    child = false
  }
  if (child || groups.length === 0) return null
  return { groups, specificity: groups.flat().reduce((sum, compound) => sum + weightOf(compound), 0) }
}

const weightOf = ({ name, id, classes, attributes }: Compound) =>
  (id ? 10_000 : 0) + (classes.length + attributes.length) * 100 + (name ? 1 : 0)

function fits({ name, id, classes, attributes }: Compound, tag: Tag): boolean {
  return (
    (name === null || name === tag.name) &&
    (id === null || id === tag.attributes.id) &&
    classes.every((each) => tag.classes.has(each)) &&
    attributes.every(
      ({ name: of, value }) => of in tag.attributes && (value === null || tag.attributes[of] === value),
    )
  )
}

const groupFits = (group: readonly Compound[], path: readonly Tag[], end: number) =>
  group.every((compound, index) => {
    const tag = path[end - group.length + 1 + index]
    return tag !== undefined && fits(compound, tag)
  })

/** Whether a selector picks the last of these elements, each of which stands within the one before it. */
export function selects({ groups }: Selector, path: readonly Tag[]): boolean {
  let end = path.length - 1
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const group = groups[index] ?? []
    // The nearest that fits leaves the most for what must stand around it.
    if (index < groups.length - 1) while (end >= 0 && !groupFits(group, path, end)) end -= 1
    if (end < 0 || !groupFits(group, path, end)) return false
    end -= group.length
  }
  return true
}

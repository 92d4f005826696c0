/** Something that can be chosen in a palette. */
export type Command = {
  id: string
  label: string
  /** The heading that it stands under. */
  section: string
  /** Other words that lead to it. */
  also?: string
  /** What stands at its end: its keys, or a word more about it. */
  hint?: string
  run: () => unknown
}

/** Makes commands of a section that lead to a page; `also` is other words for it. */
export const leadsTo =
  (section: string, go: (to: string) => unknown) =>
  (label: string, path: string, also = ''): Command => ({
    id: path,
    label,
    also,
    section,
    run: () => go(path),
  })

/** Makes commands of a section that do something. */
export const does =
  (section: string) =>
  (label: string, run: () => unknown, also = ''): Command => ({ id: label, label, also, section, run })

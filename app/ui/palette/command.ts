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

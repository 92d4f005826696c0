export type DeclaredFlag = {
  /** What whoever is in gets, for the page that changes it. */
  about: string
  /** The answer where no row says another, or the database can't be asked. */
  default: boolean
}

/** Every flag there is. A row of another name does nothing; a flag goes from here with the code that asks for it. */
export const declaredFlags = {
  'short-landing': {
    about:
      'Who has threads already finds the first page without the example and the three statements, so that the form and their threads are all there is.',
    default: false,
  },
} as const satisfies Record<string, DeclaredFlag>

export type FlagName = keyof typeof declaredFlags
const isFlagName = (name: string): name is FlagName => Object.hasOwn(declaredFlags, name)
export const flagNames = Object.keys(declaredFlags).filter(isFlagName)

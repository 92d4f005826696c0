/** How sentences of a language are made wrong, or dressed as a thread dresses them. */
export type Mutators = {
  /** Words that change places with each other, by kind: "more/less". In a language without spaces wherever they stand. */
  swaps: Record<'comparison' | 'order' | 'unit' | 'currency', readonly string[]>
  /** Whether a sentence denies something, as far as its words tell. */
  denies: RegExp
  /** What takes a denial out, and what puts one in: a place and what comes there instead. */
  affirm: readonly [RegExp, (found: string) => string]
  deny: readonly [RegExp, (found: string) => string]
  /** Full names of people. */
  names: RegExp
  /** What a thread puts before a sentence and behind it. */
  dressings: readonly (readonly [string, string])[]
  /** How long a sentence has to be to say something, in characters. */
  leastLength: number
}

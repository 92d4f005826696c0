/** A number of a text with what it counts or measures. */
export type Quantity = {
  start: number
  end: number
  /** What it may be; two where "1.200" is read both ways. */
  values: readonly number[]
  /** Canonical unit, `%`, `pp` and `clock` included; null for a bare number. */
  unit: string | null
  /** ISO code, `PESO` for one of several, `?` where it isn't said; null for what is no money. */
  currency: string | null
  /** To which side it is rounded, by the words before it. */
  rounded: 'about' | 'over' | 'under' | null
  /** Whether a word such as million stands with it. */
  isScaled: boolean
  isOrdinal: boolean
  isWord: boolean
  /** Whether it is one of the two numbers of a share such as "one in three", which stands beside it. */
  isOfShare: boolean
  /** Of a time of day, where it is known. */
  dayHalf: 'am' | 'pm' | null
  /** The unit of time that it is a rate for: "a day"; null where none is said. */
  per: string | null
}

/** A number that says something by itself: not the "one" of "one of them", nor half of a share. */
export function isTelling({ isWord, isOfShare, values, unit, currency }: Quantity): boolean {
  return !isOfShare && !(isWord && !unit && !currency && values.every((value) => value === 1 || value === 2))
}

/** Money whose currency isn't said, as in "50 cents". */
export const anyCurrency = '?'

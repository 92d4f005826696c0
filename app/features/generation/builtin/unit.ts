import type { Draft } from './read-drafts.ts'

/** A sentence or list item that may go into a tweet. */
export type Unit = Omit<Draft, 'startsInside' | 'endsInside'> & {
  /** The text when it opens a tweet: its leading connective dropped. */
  opening: string
  terms: string[]
  /** Whether it makes no sense without the unit before it. */
  leans: boolean
  /** Whether it can't end a tweet: a lead-in, or a quotation that goes on. */
  leadsOn: boolean
  /** All quotation, so that its tweet must say who speaks. */
  quoteOnly: boolean
  attributed: boolean
  /** 0 to 1: how much it takes for granted as an opener. */
  vague: number
}

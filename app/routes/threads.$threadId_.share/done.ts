import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'

/** What was done, in words; the address names it, so that it is said without JavaScript too. */
export const doneSentences = {
  made: 'The public page is there. Whoever has its link can read it.',
  saved: 'Saved. It shows within a few minutes everywhere.',
  taken: 'The public page is gone, and its link leads nowhere any more.',
} as const
export type Done = keyof typeof doneSentences

export const doneSchema = doneSchemaOf(doneSentences)

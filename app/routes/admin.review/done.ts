import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'

/** What was decided, in words; the address names it, so that it is said without JavaScript too. */
export const doneSentences = {
  cleared: 'The limit is lifted. What was known until now doesn’t count any more.',
  kept: 'The account stays limited.',
  suspended: 'The account is suspended, and signed out everywhere.',
} as const
export type Done = keyof typeof doneSentences

export const doneSchema = doneSchemaOf(doneSentences)

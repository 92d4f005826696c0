import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'

/** What was done, in words; the address names it, so that it is said without JavaScript too. */
export const doneSentences = {
  kept: 'Your choice is kept.',
} as const

export const doneSchema = doneSchemaOf(doneSentences)

import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'

/** What was done, in words; the address names it, so that it is said without JavaScript too. */
export const doneSentences = {
  stopped: 'It is stopped.',
  kept: 'Your choice is kept.',
  deleted: 'Your address is deleted, with all that stood beside it.',
} as const

export const doneSchema = doneSchemaOf(doneSentences)

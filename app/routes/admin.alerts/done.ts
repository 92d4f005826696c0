import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'

/** What was done, in words; the address names it, so that it is said without JavaScript too. */
export const doneSentences = {
  acknowledge: 'Acknowledged: it is not told again until it is over.',
  tell: 'Everybody can read it on the status page now.',
  resolve: 'The status page says that it is over.',
} as const
export type Done = keyof typeof doneSentences

export const doneSchema = doneSchemaOf(doneSentences)

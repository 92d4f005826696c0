import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'

/** What was done, in words; the address names it, so that it is said without JavaScript too. */
export const doneSentences = {
  suppress: 'Nothing is sent to this address any more.',
  lift: 'Mail to this address is sent again. What was kept back meanwhile is not sent.',
} as const
export type Done = keyof typeof doneSentences

export const doneSchema = doneSchemaOf(doneSentences)

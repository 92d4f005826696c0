import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'

/** What came of what was done at Stripe, in words; the address names it. */
export const doneSentences = {
  bought: 'Thank you. Your plan is below, as Stripe says it.',
  managed: 'Your plan is below, as Stripe says it now.',
  later:
    'Stripe could not be asked just now. What you did there is safe, and shows here as soon as it answers.',
} as const
export type Done = keyof typeof doneSentences

export const doneSchema = doneSchemaOf(doneSentences)

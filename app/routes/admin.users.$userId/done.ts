import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'

/** What was done, in words; the address names it, so that it is said without JavaScript too. */
export const doneSentences = {
  suspended: 'The account is suspended, and signed out everywhere.',
  restored: 'The suspension is lifted.',
  reset: 'A link to choose a new password is on its way to the address of the account.',
  ended: 'The account is signed out everywhere.',
  role: 'The role is changed. They have to sign in again.',
  synced: 'Their plan is as Stripe says it now.',
  'not-synced': 'Stripe could not be asked just now. Try again in a minute.',
} as const
export type Done = keyof typeof doneSentences

export const doneSchema = doneSchemaOf(doneSentences)

import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'

/** What was done, in words; the address names it, so that it is said without JavaScript too. */
export const doneSentences = {
  name: 'Your name is changed.',
  'email-asked':
    'A message is on its way to the new address. Your address changes when you open its link and confirm it.',
  'email-changed': 'Your address is changed. Both addresses have been told.',
  password: 'Your password is changed, and every other browser and program is signed out.',
  session: 'That browser is signed out.',
  'github-connected': 'GitHub is connected.',
  'github-disconnected': 'GitHub is disconnected.',
  'google-connected': 'Google is connected.',
  'google-disconnected': 'Google is disconnected.',
  sessions: 'Every other browser and program is signed out.',
  'two-factor-off': 'Two-factor sign-in is off.',
} as const
export type Done = keyof typeof doneSentences

export const doneSchema = doneSchemaOf(doneSentences)

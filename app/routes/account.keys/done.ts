import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'

/** What was done, in words; the address names it, so that it is said without JavaScript too. */
export const doneSentences = {
  revoked: 'The key is revoked. Nothing gets in with it any more.',
  'signed-out': 'The program is signed out. It needs your password to come in again.',
  password: 'Your password is changed, and every browser and program was signed out.',
} as const
export type Done = keyof typeof doneSentences

export const doneSchema = doneSchemaOf(doneSentences)

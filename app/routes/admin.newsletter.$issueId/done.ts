import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'

/** What was done, in words; the address names it, so that it is said without JavaScript too. */
export const doneSentences = {
  save: 'Saved. It goes to nobody before you send it.',
  copy: 'A copy of what is saved is on its way to your own address.',
  send: 'It is on its way.',
  stop: 'Stopped. Who hasn’t got it by now doesn’t get it.',
} as const
export type Done = keyof typeof doneSentences

export const doneSchema = doneSchemaOf(doneSentences)

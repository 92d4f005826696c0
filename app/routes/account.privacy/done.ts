import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'

/** What was done, in words; the address names it, so that it is said without JavaScript too. */
export const doneSentences = {
  export: 'Your data is being put together. You get a message when the file is there, and find it below.',
  keep: 'How long your threads are kept is changed.',
  ending: 'Your account will be deleted. Until then you can keep it after all.',
  kept: 'Your account stays.',
} as const
export type Done = keyof typeof doneSentences

export const doneSchema = doneSchemaOf(doneSentences)

import { type Wishes, wishedKinds } from './kinds.ts'

/** What a form with a box for each kind wishes: a box that isn't ticked isn't sent. */
export const tickedWishes = (form: FormData): Partial<Wishes> =>
  Object.fromEntries(wishedKinds.map((kind) => [kind, form.get(kind) === 'on']))

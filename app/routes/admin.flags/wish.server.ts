import { z } from 'zod'
import { flagNames } from '#app/features/flags/declared.ts'

/** So many may be listed by name; for more there is the percentage. */
const mostListed = 100

const listOf = <Item extends string>(item: z.ZodType<Item, string>, message: string) =>
  z
    .string()
    .max(4_000, message)
    .default('')
    .transform((text) => [...new Set(text.split(/[\s,]+/).filter((each) => each !== ''))])
    .pipe(z.array(item, message).max(mostListed, `List at most ${mostListed}.`))

export const wishSchema = z.object({
  intent: z.literal('change'),
  name: z.enum(flagNames, 'There is no such flag.'),
  version: z.coerce.number().int().min(0),
  isOn: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
  percent: z
    .string()
    .regex(/^\d{1,3}$/, 'Give a whole number from 0 to 100.')
    .transform(Number)
    .pipe(z.number().max(100, 'Give a whole number from 0 to 100.')),
  users: listOf(z.uuid('Give ids of people, as their pages have them.'), 'Give ids of people.'),
  visitors: listOf(z.uuid('Give ids of browsers, as the audit trail has them.'), 'Give ids of browsers.'),
  plans: listOf(
    z.enum(['visitor', 'free', 'pro', 'team'], 'Give visitor, free, pro or team.'),
    'Give visitor, free, pro or team.',
  ),
})

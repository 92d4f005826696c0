import { z } from 'zod'

/** A value that was set to nothing counts as not set. */
export const blankAsUnset = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsUnset, schema.optional())
export const withDefault = <T extends z.ZodType>(schema: T, fallback: z.input<T>) =>
  z.preprocess((value) => blankAsUnset(value) ?? fallback, schema)

export const zeroOrOne = z.enum(['0', '1'], 'has to be 0 or 1')
export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'has to be an address that begins with http:// or https://',
})

export const count = (least: number, most: number) =>
  z.coerce
    .number(`has to be a whole number from ${least} to ${most}`)
    .int(`has to be a whole number from ${least} to ${most}`)
    .min(least, `has to be a whole number from ${least} to ${most}`)
    .max(most, `has to be a whole number from ${least} to ${most}`)

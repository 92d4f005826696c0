import { z } from 'zod'

const tokenSchema = z
  .string()
  .regex(/^[\w-]{43}$/)
  .catch('')

/** The token of a link, as an address or a form gives it; what can't be one is as good as one that is over. */
export const tokenOf = (value: unknown): string => tokenSchema.parse(value)

import { z } from 'zod'

/** What a program may do in a person's name. */
export const apiScopes = ['threads:read', 'threads:write'] as const
export type ApiScope = (typeof apiScopes)[number]

export const scopesSchema = z
  .array(z.enum(apiScopes), 'Choose what the key may do.')
  .min(1, 'Choose what the key may do.')

/** As the database keeps them: one that is known no more grants nothing. */
export const keptScopes = z
  .array(z.string())
  .transform((kept) => apiScopes.filter((scope) => kept.includes(scope)))

import { z } from 'zod'
import { roles } from './permissions.ts'

export const sessionSchema = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  hasTwoFactor: z.boolean(),
  role: z.enum(roles),
  /** Whom an admin looks at Threadr as, and until when; null for who sees it as themselves. */
  seeing: z.object({ personId: z.uuid(), name: z.string(), until: z.coerce.date() }).nullable(),
})
/** Whose browser it is, for as long as the session lives. */
export type Session = z.infer<typeof sessionSchema>

/** Under which a Redis keeps it. */
export const sessionCacheKey = (tokenHash: string) => `threadr:session:${tokenHash}`

import { z } from 'zod'

const contextSchema = z.object({
  env: z.object({ mode: z.enum(['local', 'development', 'test', 'production']) }),
})

/** Whether this is the public site. Says 'production' where the server tells nothing: no claim without a fact. */
export function modeOf(context: unknown): 'local' | 'production' {
  const known = contextSchema.safeParse(context)
  return known.success && known.data.env.mode !== 'production' ? 'local' : 'production'
}

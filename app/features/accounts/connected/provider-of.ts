import { z } from 'zod'
import { type ProviderName, providerNames } from '#app/platform/sign-in-providers.ts'

const paramsSchema = z.object({ provider: z.enum(providerNames) })

/** The provider that an address names; throws a 404 response for none. */
export function providerOf(params: unknown): ProviderName {
  const { data } = paramsSchema.safeParse(params)
  if (!data) throw new Response('Nobody signs in to this Threadr that way.', { status: 404 })
  return data.provider
}

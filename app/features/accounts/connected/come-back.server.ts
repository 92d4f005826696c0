import { z } from 'zod'
import { type Identity, identityOf } from '#app/integrations/sign-in/identity.ts'
import type { AppContext } from '#app/platform/context.ts'
import { AppError } from '#app/platform/errors.ts'
import { redeemToken } from '../redeem.ts'
import type { Journey } from './journey.server.ts'
import { keysOf, redirectUriOf } from './set-out.server.ts'

const answerSchema = z.object({
  state: z.string().max(200).catch(''),
  code: z.string().min(1).max(2000).optional().catch(undefined),
  error: z.string().max(200).optional().catch(undefined),
})

const journeyIsOver = () =>
  new AppError('journey-is-over', 'That way was used already, took too long, or began elsewhere.', {
    status: 410,
  })

/**
 * Takes what a provider sent somebody back with: who they are there, and for whose account it is where one is to be
 * connected. What they were sent out with is used up first, whatever comes of it, so of several at once one goes on. Throws
 * `journey-is-over`, `provider-denied` where the person said no, or what `identityOf` throws.
 */
export async function comeBack(
  { env, database }: Pick<AppContext, 'env' | 'database'>,
  { journey, visitorId, url }: { journey: Journey; visitorId: string; url: string },
): Promise<{ identity: Identity; userId: string | null }> {
  const { provider, verifier } = journey
  const { state, code, error } = answerSchema.parse(Object.fromEntries(new URL(url).searchParams))
  if (state !== journey.state) throw journeyIsOver()
  const request = await database.prisma
    .$transaction((tx) => redeemToken(tx, state, 'provider'))
    .catch((thrown: unknown) => {
      throw thrown instanceof AppError ? journeyIsOver() : thrown
    })
  if (request.visitorId !== visitorId) throw journeyIsOver()
  if (error === 'access_denied')
    throw new AppError('provider-denied', 'Nothing was allowed, so nothing was done.', {
      status: 403,
      level: 'info',
    })
  if (code === undefined)
    throw new AppError('provider-refused', `The provider sent nobody: ${error}`, { status: 422 })
  const identity = await identityOf(provider, keysOf(env, provider), {
    code,
    verifier,
    redirectUri: redirectUriOf(env, provider),
  })
  return { identity, userId: request.userId }
}

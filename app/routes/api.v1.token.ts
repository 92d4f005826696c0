import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { accessTokenLife, signAccessToken } from '#app/features/accounts/api-tokens/access-token.server.ts'
import { grantByPassword } from '#app/features/accounts/api-tokens/grant-by-password.server.ts'
import { refresh } from '#app/features/accounts/api-tokens/refresh.server.ts'
import { signingKey } from '#app/features/accounts/api-tokens/signing-keys.server.ts'
import { answerJson, wrongMethod } from '#app/features/api/answer.server.ts'
import { tokenSchema } from '#app/features/api/contract/answers.ts'
import { tokenRequestSchema } from '#app/features/api/contract/requests.ts'
import { problemOf } from '#app/features/api/problem.server.ts'
import { readJson } from '#app/features/api/read-request.server.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { requireFeature } from '#app/features/billing/require-feature.server.ts'
import { AppError } from '#app/platform/errors.ts'

const mostBytes = 16 * 1024

export async function loader(args: LoaderFunctionArgs) {
  return wrongMethod(args, 'POST')
}

/** Gives an access token, and the refresh token that gets the next, for a password or such a token. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const { env, database, sealer, limits, logger, ip } = context
  if (request.method !== 'POST') return wrongMethod(args, 'POST')
  try {
    const wish = await readJson(request, tokenRequestSchema, { mostBytes })
    const origin = originOf(request, ip)
    const { prisma } = database
    const requireApi = (userId: string) => requireFeature(context, { userId }, 'api')
    const dependencies = { prisma, sealer, limits, appUrl: env.appUrl, requireApi }
    const grant =
      wish.grant_type === 'password'
        ? await grantByPassword(dependencies, { ...wish, code: wish.code }, origin)
        : await refresh(prisma, { token: wish.refresh_token, origin, requireApi }).catch(
            async (error: unknown) => {
              if (error instanceof AppError && error.code !== 'needs-plan')
                await limits.take('wrong-token', { ip })
              throw error
            },
          )
    const key = await signingKey({ prisma, sealer, logger })
    return answerJson(tokenSchema, {
      access_token: await signAccessToken(key, { appUrl: env.appUrl, ...grant }),
      token_type: 'Bearer',
      expires_in: accessTokenLife,
      refresh_token: grant.refreshToken,
      scope: grant.scopes.join(' '),
    })
  } catch (error) {
    return problemOf(error, context)
  }
}

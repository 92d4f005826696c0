import { redirect } from '@remix-run/node'
import { deviceOf } from '#app/features/accounts/device.ts'
import type { Viewer } from '#app/features/accounts/read-viewer.server.ts'
import { sessionCookieOf } from '#app/features/accounts/session-cookie.server.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { paths } from '#app/paths.ts'
import type { AppContext } from '#app/platform/context.ts'
import { enter } from './enter.ts'

/**
 * Answers who has proven who they are: with a session and the page that they wanted, or the page that asks for their
 * second factor. Throws what `enter` throws.
 */
export async function letIn(
  request: Request,
  context: Pick<AppContext, 'env' | 'database' | 'redis' | 'sealer' | 'ip'>,
  viewer: Viewer,
  { userId, next, withSecondFactor = false }: { userId: string; next: string; withSecondFactor?: boolean },
): Promise<Response> {
  const { env, database, redis, sealer, ip } = context
  const { visitorId, tokenHash, setCookie } = viewer
  const device = deviceOf(request.headers.get('User-Agent'), ip)
  const origin = originOf(request, ip)
  const outcome = await enter(
    { prisma: database.prisma, redis, sealer, appUrl: env.appUrl },
    { userId, visitorId, device, origin, tokenHash, withSecondFactor },
  )
  const headers = new Headers()
  if (setCookie) headers.append('Set-Cookie', setCookie)
  if ('requestId' in outcome)
    return redirect(paths.secondFactor({ request: outcome.requestId, next }), { headers })
  headers.append('Set-Cookie', await sessionCookieOf(env, outcome.token))
  return redirect(next, { headers })
}

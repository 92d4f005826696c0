import { z } from 'zod'
import { requestChangeOfEmail } from '#app/features/accounts/change-email.ts'
import { changeName, nameSchema } from '#app/features/accounts/change-name.ts'
import { confirmPassword } from '#app/features/accounts/check-password.ts'
import { disconnectAccount } from '#app/features/accounts/connected/connect.ts'
import { keysOf, setOut } from '#app/features/accounts/connected/set-out.server.ts'
import { emailSchema } from '#app/features/accounts/email.ts'
import { endSessions, forgetSessions } from '#app/features/accounts/end-sessions.ts'
import type { Viewer } from '#app/features/accounts/read-viewer.server.ts'
import { recordAccountEvent } from '#app/features/accounts/record-account-event.ts'
import { changePassword } from '#app/features/accounts/reset-password.ts'
import type { Session } from '#app/features/accounts/session.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { paths } from '#app/paths.ts'
import type { AppContext } from '#app/platform/context.ts'
import { assertReachesPeople } from '#app/platform/mail-settings.ts'
import { providerNames } from '#app/platform/sign-in-providers.ts'
import type { Done } from './done.ts'

const password = z.string().catch('')
const wishSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('name'), name: nameSchema }),
  z.object({ intent: z.literal('email'), email: emailSchema, password }),
  z.object({ intent: z.literal('password'), present: password, chosen: password }),
  z.object({ intent: z.literal('end-session'), sessionId: z.uuid() }),
  z.object({ intent: z.literal('end-others') }),
  z.object({ intent: z.literal(['connect-github', 'connect-google']), password }),
  z.object({ intent: z.literal('disconnect'), provider: z.enum(providerNames) }),
])

/**
 * Does what a form of the account page wishes, for the person of the session and nobody else. Gives what was done, or the
 * answer that leads to the provider who is to be connected. Throws what the verbs throw.
 */
export async function changeAccount(
  request: Request,
  context: AppContext,
  viewer: Viewer,
  session: Session,
  form: FormData,
): Promise<Done | Response> {
  const { env, redis, sealer, limits, ip } = context
  const { prisma } = context.database
  const { visitorId } = viewer
  const wish = wishSchema.parse(Object.fromEntries(form))
  const { userId, id: sessionId, email } = session
  const origin = originOf(request, ip)
  const end = async (which: Parameters<typeof endSessions>[1]) => {
    const ended = await prisma.$transaction(async (tx) => {
      const hashes = await endSessions(tx, which)
      if (hashes.length > 0) await recordAccountEvent(tx, 'account.sessions-ended', { userId, origin })
      return hashes
    })
    await forgetSessions(redis, ended)
  }
  switch (wish.intent) {
    case 'name':
      await changeName({ prisma, redis }, { userId, name: wish.name })
      return 'name'
    case 'email':
      assertReachesPeople(env)
      // A stolen session is no way to guess the password, nor to fill a stranger's mailbox.
      await limits.take('sign-in', { ip, identifier: email ?? userId })
      await limits.take('send-code', { ip, identifier: wish.email })
      await requestChangeOfEmail(prisma, {
        userId,
        visitorId,
        email: wish.email,
        password: wish.password,
        origin,
      })
      return 'email-asked'
    case 'password':
      await limits.take('sign-in', { ip, identifier: email ?? userId })
      await changePassword(
        { prisma, redis, sealer, appUrl: env.appUrl },
        { userId, sessionId, email, present: wish.present, chosen: wish.chosen, origin },
      )
      return 'password'
    case 'end-session':
      await end({ userId, sessionId: wish.sessionId })
      return 'session'
    case 'end-others':
      await end({ userId, except: sessionId })
      return 'sessions'
    case 'connect-github':
    case 'connect-google':
      await limits.take('sign-in', { ip, identifier: email ?? userId })
      return setOutToConnect(context, viewer, { userId, ...wish })
    case 'disconnect':
      await disconnectAccount(
        prisma,
        { sealer, appUrl: env.appUrl },
        {
          userId,
          origin,
          provider: wish.provider,
          mailArrives: env.mail !== null || env.mode !== 'production',
        },
      )
      return `${wish.provider}-disconnected`
  }
}

/** It takes the password, where there is one: what is connected lets somebody in for good. */
async function setOutToConnect(
  context: AppContext,
  viewer: Viewer,
  wish: { userId: string; intent: 'connect-github' | 'connect-google'; password: string },
): Promise<Response> {
  const { prisma } = context.database
  const { userId, password } = wish
  const provider = wish.intent === 'connect-github' ? 'github' : 'google'
  keysOf(context.env, provider)
  const { passwordHash } = await prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  })
  if (passwordHash !== null) await confirmPassword(prisma, { userId, password, field: 'password' })
  const done: Done = `${provider}-connected`
  return setOut(context, viewer, {
    provider,
    next: `${paths.account()}?${new URLSearchParams({ done })}`,
    userId,
  })
}

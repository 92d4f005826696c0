import { z } from 'zod'
import { requirePermission } from '#app/features/accounts/guards.server.ts'
import { type Permission, roles } from '#app/features/accounts/permissions.ts'
import type { Viewer } from '#app/features/accounts/read-viewer.server.ts'
import { askStripe } from '#app/features/administration/ask-stripe.ts'
import { changeRole } from '#app/features/administration/change-role.ts'
import type { Doing } from '#app/features/administration/deed.ts'
import { beginSeeing } from '#app/features/administration/see-as.ts'
import { sendReset } from '#app/features/administration/send-reset.ts'
import { endAllSessions, liftSuspension, suspend } from '#app/features/administration/suspend.ts'
import { requireBilling } from '#app/features/billing/billing-of.ts'
import { paths } from '#app/paths.ts'
import type { AppContext } from '#app/platform/context.ts'
import { assertReachesPeople } from '#app/platform/mail-settings.ts'
import type { Done } from './done.ts'

const wishSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['suspend', 'restore', 'reset', 'end-sessions', 'sync']) }),
  /** With the thread to begin at; at the list of their threads without it. */
  z.object({ intent: z.literal('see-as'), thread: z.uuid().optional().catch(undefined) }),
  z.object({ intent: z.literal('role'), role: z.enum(roles, 'Choose one of the roles.') }),
])
type Wish = z.infer<typeof wishSchema>

const needs: Record<Wish['intent'], Permission> = {
  suspend: 'users.suspend',
  restore: 'users.suspend',
  reset: 'users.reset',
  'end-sessions': 'users.end-sessions',
  sync: 'users.find',
  'see-as': 'users.see-as',
  role: 'users.change-role',
}

/** Does what a form of somebody's page wishes, and gives where to go then. Throws what the guard and the verbs throw. */
export async function carryOut(
  context: AppContext,
  viewer: Viewer,
  doing: Doing,
  form: FormData,
): Promise<string> {
  const {
    env,
    database: { prisma },
    redis,
  } = context
  const wish = wishSchema.parse(Object.fromEntries(form))
  const session = requirePermission(viewer, needs[wish.intent])
  const dependencies = { prisma, redis }
  const done = (what: Done) => `${paths.user(doing.on)}?${new URLSearchParams({ done: what })}`
  switch (wish.intent) {
    case 'suspend':
      await suspend(dependencies, doing)
      return done('suspended')
    case 'restore':
      await liftSuspension(dependencies, doing)
      return done('restored')
    case 'reset':
      assertReachesPeople(env)
      await sendReset(prisma, doing, viewer.visitorId)
      return done('reset')
    case 'end-sessions':
      await endAllSessions(dependencies, doing)
      return done('ended')
    case 'sync':
      return done((await askStripe(requireBilling(context), doing)) ? 'synced' : 'not-synced')
    case 'role':
      await changeRole(dependencies, doing, wish.role)
      return done('role')
    case 'see-as':
      await beginSeeing(dependencies, doing, { sessionId: session.id, tokenHash: viewer.tokenHash ?? '' })
      return wish.thread === undefined ? paths.threads() : paths.thread(wish.thread)
  }
}

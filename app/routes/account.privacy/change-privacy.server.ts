import { z } from 'zod'
import type { Session } from '#app/features/accounts/session.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { countedOwner } from '#app/features/billing/plan-of.ts'
import { endAccount, keepAccount } from '#app/features/privacy/end-account.ts'
import { keepChoices } from '#app/features/privacy/keep-choices.ts'
import { requestExport } from '#app/features/privacy/request-export.ts'
import { setKeepDays } from '#app/features/privacy/retention.ts'
import type { AppContext } from '#app/platform/context.ts'
import type { Done } from './done.ts'

const keepDays = z.preprocess(
  (value) => (value === 'always' ? null : Number(value)),
  z.union(keepChoices.map((days) => z.literal(days))),
)

const wishSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('export') }),
  z.object({ intent: z.literal('keep'), keepDays }),
  z.object({ intent: z.literal('end'), password: z.string().catch('') }),
  z.object({ intent: z.literal('stay') }),
])

/** Does what a form of the page wishes, for the person of the session and nobody else. Throws what the verbs throw. */
export async function changePrivacy(
  request: Request,
  context: AppContext,
  { userId, id: sessionId, email }: Session,
  form: FormData,
): Promise<Done> {
  const {
    env,
    database: { prisma },
    redis,
    sealer,
    limits,
    ip,
  } = context
  const wish = wishSchema.parse(Object.fromEntries(form))
  const origin = originOf(request, ip)
  switch (wish.intent) {
    case 'export':
      await limits.take('export', await countedOwner(context, { userId }))
      await requestExport(prisma, { userId, origin })
      return 'export'
    case 'keep':
      await setKeepDays(prisma, { userId, keepDays: wish.keepDays })
      return 'keep'
    case 'end':
      // A stolen session is no way to guess the password.
      await limits.take('sign-in', { ip, identifier: email ?? userId })
      await endAccount(
        { prisma, redis, sealer, appUrl: env.appUrl },
        { userId, sessionId, password: wish.password, origin },
      )
      return 'ending'
    case 'stay':
      await keepAccount({ prisma }, { userId, origin })
      return 'kept'
  }
}

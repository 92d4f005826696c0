import { z } from 'zod'
import { requestSecondFactor } from '#app/features/accounts/account-request.ts'
import type { Device } from '#app/features/accounts/device.ts'
import { endSessions, forgetSessions } from '#app/features/accounts/end-sessions.ts'
import { recordAccountEvent } from '#app/features/accounts/record-account-event.ts'
import { startSession } from '#app/features/accounts/start-session.ts'
import { countEvent } from '#app/features/analytics/count-event.ts'
import type { Origin } from '#app/features/audit/event-origin.ts'
import { type Db, Prisma } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { inRetriedTransaction } from '#app/platform/transaction.server.ts'
import { claimVisitor, hasSomething } from './claim-visitor.ts'

type Dependencies = { prisma: Db; redis: Redis; sealer: Sealer; appUrl: string }

const personSchema = z.array(
  z.object({ isDisabled: z.boolean(), hasTwoFactor: z.boolean(), bringsSomething: z.boolean() }),
)

/** Somebody who has proven who they are, in a browser. */
export type Entering = {
  userId: string
  visitorId: string
  device: Device
  origin: Origin
  /** The hash of the token of the session that the browser had, which ends. */
  tokenHash: string | null
  /** Whether a code of their app, or a recovery code, was given too. */
  withSecondFactor: boolean
}

/**
 * Lets somebody in: in one transaction they get a session and everything that the browser made before is theirs. Who has
 * two-factor sign-in on gets a request for their code instead, unless it was given. Throws `account-disabled`.
 */
export async function enter(
  { prisma, redis, sealer, appUrl }: Dependencies,
  { userId, visitorId, device, origin, tokenHash, withSecondFactor }: Entering,
): Promise<{ token: string } | { requestId: string }> {
  const { ended, ...outcome } = await inRetriedTransaction(prisma, async (tx) => {
    const [person] = personSchema.parse(
      await tx.$queryRaw`
        select disabled_at is not null as "isDisabled", totp_since is not null as "hasTwoFactor",
          ${hasSomething(Prisma.sql`${visitorId}::uuid`)} as "bringsSomething"
        from users where id = ${userId}::uuid for no key update`,
    )
    if (!person || person.isDisabled)
      throw new AppError('account-disabled', 'This account can’t be used.', { status: 403 })
    if (person.hasTwoFactor && !withSecondFactor)
      return { ended: [], ...(await requestSecondFactor(tx, { userId, visitorId })) }
    const ended = tokenHash === null ? [] : await endSessions(tx, { token: { hash: tokenHash } })
    const { token } = await startSession(tx, { sealer, appUrl }, { userId, visitorId, device })
    await recordAccountEvent(tx, 'account.signed-in', { userId, origin })
    await countEvent(tx, 'signed_in', {}, { owner: { userId } })
    if (person.bringsSomething) await claimVisitor(tx, { visitorId, userId })
    return { ended, token }
  })
  await forgetSessions(redis, ended)
  return outcome
}

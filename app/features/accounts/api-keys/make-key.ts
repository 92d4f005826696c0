import { z } from 'zod'
import type { Origin } from '#app/features/audit/event-origin.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailOfNewKey } from '../account-mails.ts'
import { hashOfToken } from '../secret-token.ts'
import { hintOf, newCheckedToken } from './checked-token.ts'
import { keyPrefix } from './find-key.ts'
import { type ApiScope, scopesSchema } from './scopes.ts'

/** So many keys a person may have at once. */
const mostKeys = 20

export const newKeySchema = z.object({
  name: z
    .string('Give the key a name.')
    .trim()
    .min(1, 'Give the key a name.')
    .max(60, 'Use 60 characters at most.')
    .regex(/^[^\p{Cc}]*$/u, 'A name is one line.'),
  scopes: scopesSchema,
})

/**
 * Makes a key for a person's programs, and tells them by mail. The key can be read here and never again. Throws
 * `too-many-keys` where they have 20.
 */
export async function makeKey(
  { prisma, sealer, appUrl }: { prisma: Db; sealer: Sealer; appUrl: string },
  { userId, name, scopes, origin }: { userId: string; name: string; scopes: ApiScope[]; origin: Origin },
): Promise<{ id: string; token: string }> {
  const token = newCheckedToken(keyPrefix)
  return prisma.$transaction(async (tx) => {
    // Of several at once each sees those before it.
    await tx.$queryRaw`select id from users where id = ${userId}::uuid for no key update`
    if ((await tx.apiKey.count({ where: { userId } })) >= mostKeys)
      throw new AppError('too-many-keys', `You have ${mostKeys} keys: revoke one that isn’t used any more.`, {
        status: 409,
      })
    const hint = hintOf(keyPrefix, token)
    const { id, user } = await tx.apiKey.create({
      data: { userId, name, scopes, hint, tokenHash: hashOfToken(token) },
      select: { id: true, user: { select: { email: true } } },
    })
    await recordEvent(tx, {
      actor: { kind: 'user', id: userId },
      action: 'api-key.made',
      subject: { kind: 'api-key', id },
      reasonCode: 'asked',
      data: { hint, scopes },
      origin,
    })
    if (user.email !== null) await queueMail(tx, sealer, { to: user.email, ...mailOfNewKey(appUrl, name) })
    return { id, token }
  })
}

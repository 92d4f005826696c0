import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailOfNewBrowser } from './account-mails.ts'
import { type Device, deviceInWords } from './device.ts'
import { hashOfToken, newToken } from './secret-token.ts'

/**
 * Begins a session, always with a new secret, whatever the browser held before. Where the person has signed in before,
 * but never in this browser, they are told by mail. Throws nothing of its own: who may come in is decided before.
 */
export async function startSession(
  tx: Tx,
  { sealer, appUrl }: { sealer: Sealer; appUrl: string },
  { userId, visitorId, device }: { userId: string; visitorId: string; device: Device },
): Promise<{ token: string }> {
  const token = newToken()
  await tx.session.createMany({ data: [{ userId, tokenHash: hashOfToken(token), ...device }] })
  const { count: isNew } = await tx.knownBrowser.createMany({
    data: [{ userId, visitorId }],
    skipDuplicates: true,
  })
  if (isNew > 0 && (await tx.knownBrowser.count({ where: { userId } })) > 1) {
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
    const where = { device: deviceInWords(device.userAgent), network: device.network, at: new Date() }
    if (email !== null) await queueMail(tx, sealer, { to: email, ...mailOfNewBrowser(appUrl, where) })
  }
  return { token }
}

import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailOfNewBrowser } from './account-mails.ts'
import { type Device, deviceInWords } from './device.ts'
import { hashOfToken, newToken } from './secret-token.ts'

const newsSchema = z.array(z.object({ isNews: z.boolean() }))

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
  // One statement for both rows, since people wait for it; what it reads beside them is how things stood before.
  const [news] = newsSchema.parse(
    await tx.$queryRaw`
      with session as (
        insert into sessions (id, user_id, token_hash, user_agent, network)
        values (${uuidv7()}::uuid, ${userId}::uuid, ${hashOfToken(token)}, ${device.userAgent}, ${device.network})
      ), browser as (
        insert into known_browsers (user_id, visitor_id) values (${userId}::uuid, ${visitorId}::uuid)
        on conflict do nothing returning 1
      )
      select exists (select 1 from browser)
        and exists (select 1 from known_browsers where user_id = ${userId}::uuid) as "isNews"`,
  )
  if (news?.isNews) {
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
    const where = { device: deviceInWords(device.userAgent), network: device.network, at: new Date() }
    if (email !== null) await queueMail(tx, sealer, { to: email, ...mailOfNewBrowser(appUrl, where) })
  }
  return { token }
}

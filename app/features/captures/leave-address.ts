import { hashOfToken, newToken } from '#app/features/accounts/secret-token.ts'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import { captureConfirmMail } from '#app/features/mail/words/capture-confirm.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { consentOf, consentVersion } from './consent.ts'

type Left = {
  email: string
  wantsNews: boolean
  /** The browser and the network address (billing/charge.ts) that get the extra threads, once it is confirmed. */
  visitorId: string
  addressKey: string
}

/**
 * Takes an address that a visitor leaves, and writes to it: whoever reads that mailbox says whether it counts. The same is
 * done for every address, one that is known or has an account too, so that neither the answer nor its time tells.
 */
export async function leaveAddress(
  { prisma, sealer, appUrl }: { prisma: Db; sealer: Sealer; appUrl: string },
  { email, wantsNews, visitorId, addressKey }: Left,
): Promise<void> {
  const token = newToken()
  await prisma.$transaction(async (tx) => {
    const { id } = await tx.captureRequest.create({
      data: {
        email,
        wantsNews,
        visitorId,
        addressKey,
        consent: consentOf(wantsNews),
        consentVersion,
        tokenHash: hashOfToken(token),
      },
      select: { id: true },
    })
    const mail = captureConfirmMail({ confirmUrl: appUrl + paths.confirmCapture(token), wantsNews })
    await queueMail(tx, sealer, { ...mail, to: email, key: `capture:${id}` })
  })
}

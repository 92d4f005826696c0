import { z } from 'zod'
import { linkIsOver } from '#app/features/accounts/redeem.ts'
import { hashOfToken } from '#app/features/accounts/secret-token.ts'
import { grantExtra } from '#app/features/billing/grant-extra.ts'
import { keepWishes } from '#app/features/mail/wishes/keep-wishes.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'
import { firstLetterAfter } from './letters.ts'

/** How long the link of the mail holds. */
const holds = days(1)

const open = (token: string, now: Date) => ({
  tokenHash: hashOfToken(token),
  usedAt: null,
  createdAt: { gt: new Date(now.getTime() - holds) },
})

/** What a link would confirm, without using it up; null where it is used, over or unknown. */
export const peekCapture = (db: Db, token: string, now = new Date()) =>
  db.captureRequest.findFirst({
    where: open(token, now),
    select: { email: true, wantsNews: true, visitorId: true },
  })

export type Confirmed = {
  captureId: string
  email: string
  wantsNews: boolean
  /** `given` today; `had` where the address has brought some before; `enough` where browser or network had theirs today. */
  extra: 'given' | 'had' | 'enough'
}

/**
 * Counts an address as its owner's, by the link that was written to it, which is used up: of several at once one gets
 * it. Throws `link-is-over` (410).
 *
 * Extra threads come once for an address, as long as it is held, once a day for a browser and three times a day for a
 * network address (billing/grant-extra.ts). So whoever owns a thousand mailboxes gets no more than three colleagues in one
 * office do, and whoever has their address deleted and leaves it again no more than with a second mailbox.
 */
export async function confirmCapture(db: Db, token: string, now = new Date()): Promise<Confirmed> {
  return db.$transaction(async (tx) => {
    const [asked] = await tx.captureRequest.updateManyAndReturn({
      where: open(token, now),
      data: { usedAt: now },
    })
    if (!asked) throw linkIsOver()
    const { email, wantsNews, visitorId, addressKey } = asked
    const { id, isNew } = await held(tx, asked, now)
    const person = await tx.user.findUnique({ where: { email }, select: { id: true } })
    if (wantsNews) await takeNews(tx, { ...asked, captureId: id, userId: person?.id ?? null, now })
    else if (person) await tx.capture.update({ where: { id }, data: { userId: person.id, nextMailAt: null } })
    const extra = isNew ? ((await grantExtra(tx, { visitorId, addressKey })) ? 'given' : 'enough') : 'had'
    return { captureId: id, email, wantsNews, extra }
  })
}

type Request = { email: string; consent: string; consentVersion: number; createdAt: Date }

const heldSchema = z.tuple([z.object({ id: z.string(), isNew: z.boolean() })])

/** The row of an address, which is locked from here on: two links of it come one after the other. */
async function held(tx: Tx, { email, consent, consentVersion, createdAt }: Request, now: Date) {
  // One that was taken over unconfirmed is confirmed by this for the first time.
  const [confirmed] = await tx.capture.updateManyAndReturn({
    where: { email, confirmedAt: null },
    data: { consent, consentVersion, consentAt: createdAt, confirmedAt: now },
    select: { id: true },
  })
  if (confirmed) return { id: confirmed.id, isNew: true }
  const rows = await tx.$queryRaw`
    insert into captures (id, email, consent, consent_version, consent_at, confirmed_at, wants_news)
    values (gen_random_uuid(), ${email}, ${consent}, ${consentVersion}, ${createdAt}, ${now}, false)
    on conflict (email) do update set email = excluded.email
    returning id, xmax = 0 as "isNew"`
  return heldSchema.parse(rows)[0]
}

type News = Request & { captureId: string; userId: string | null; now: Date }

/** Begins the newsletter and its letters; with an account it is the account's, and there are no letters. */
async function takeNews(
  tx: Tx,
  { captureId, userId, consent, consentVersion, createdAt, now }: News,
): Promise<void> {
  const { wantsNews, mailsWritten } = await tx.capture.findUniqueOrThrow({ where: { id: captureId } })
  await tx.capture.update({
    where: { id: captureId },
    data: {
      consent,
      consentVersion,
      consentAt: createdAt,
      wantsNews: true,
      ...(userId !== null && { userId, nextMailAt: null }),
      ...(userId === null && !wantsNews && { nextMailAt: firstLetterAfter(mailsWritten, now) }),
    },
  })
  if (userId !== null) await keepWishes(tx, userId, { news: true }, now)
}

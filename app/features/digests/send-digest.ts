import type pg from 'pg'
import { z } from 'zod'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import { stopUrlOf } from '#app/features/mail/wishes/mail-link.ts'
import type { Db } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { digestMail } from './digest-mail.ts'
import { type DigestSetting, digestSettingSchema } from './digest-setting.ts'
import { type Digest, gatherDigest } from './gather-digest.ts'
import { nextDigest } from './next-digest.ts'
import { rereadForNext } from './reread-for-next.ts'

export type DigestDependencies = { prisma: Db; pool: pg.Pool; sealer: Sealer; appUrl: string }

/** What lies further back is no news. */
const furthestBack = days(31)
const period = { daily: days(1), weekly: days(7) }

/**
 * Tells somebody of their threads, where that is due at `dueAt` (ISO 8601) and there is something to say. The message is
 * written in the transaction that takes the due time away, so that it is written once however often and at once this
 * runs, and a worker that dies in between leaves it due.
 */
export async function sendDigest(
  { prisma, pool, sealer, appUrl }: DigestDependencies,
  { userId, dueAt }: { userId: string; dueAt: string },
  until = new Date(),
): Promise<void> {
  const setting = await settingAt(pool, userId)
  if (setting?.nextAt?.toISOString() !== dueAt) return
  const { rhythm, nextAt: due, toldAt, email, isThere } = setting
  if (rhythm === 'off') return
  const from = toldUntil(toldAt, rhythm, until)
  const digest = isThere && email !== null ? await gatherDigest(pool, { userId, from, until }) : null
  const isTaken = await prisma.$transaction(async (tx) => {
    const { count } = await tx.digestSetting.updateMany({
      where: { userId, nextAt: due },
      data: { nextAt: following(setting, due, until), toldAt: until },
    })
    if (count === 1 && email !== null && digest?.isNews) {
      const stopUrl = stopUrlOf({ sealer, appUrl }, { userId }, 'digest')
      const mail = digestMail({ ...digest, rhythm }, { appUrl, stopUrl })
      await queueMail(tx, sealer, { ...mail, to: email, key: `digest:${userId}:${dueAt}` })
    }
    return count === 1
  })
  if (isTaken && digest) await rereadForNext(prisma, pool, fetchedOf(digest))
}

const settingRow = digestSettingSchema.extend({
  nextAt: z.date().nullable(),
  toldAt: z.date().nullable(),
  email: z.string().nullable(),
  /** Neither disabled nor about to go. */
  isThere: z.boolean(),
})

/** One statement, planned once: of thousands that are due at once each reads its own. */
async function settingAt(pool: pg.Pool, userId: string): Promise<z.output<typeof settingRow> | undefined> {
  const { rows } = await pool.query({
    name: 'digest-setting',
    text: `select s.rhythm, s.hour, s.weekday, s.zone, s.next_at as "nextAt", s.told_at as "toldAt", u.email,
             u.disabled_at is null and u.delete_after is null as "isThere"
           from digest_settings s join users u on u.id = s.user_id where s.user_id = $1`,
    values: [userId],
  })
  return rows.map((row) => settingRow.parse(row))[0]
}

/** From when on a digest tells that comes at `until`. */
export function toldUntil(
  toldAt: Date | null,
  rhythm: Exclude<DigestSetting['rhythm'], 'off'>,
  until: Date,
): Date {
  const earliest = new Date(until.getTime() - furthestBack)
  const from = toldAt ?? new Date(until.getTime() - period[rhythm])
  return from < earliest ? earliest : from
}

/** The one after that is due, also on a computer whose clock is behind. */
const following = (setting: DigestSetting, due: Date, now: Date) => nextDigest(setting, due > now ? due : now)

const fetchedOf = ({ changed, posted, made, waiting }: Digest) =>
  [...made, ...waiting, ...posted, ...changed].flatMap(({ id, isFetched }) => (isFetched ? [id] : []))

/** One that can't be told is left out, and the next one tells of its time too. */
export async function skipDigest(
  prisma: Db,
  { userId, dueAt }: { userId: string; dueAt: string },
  now = new Date(),
): Promise<void> {
  const row = await prisma.digestSetting.findUnique({ where: { userId } })
  if (!row) return
  const due = new Date(dueAt)
  await prisma.digestSetting.updateMany({
    where: { userId, nextAt: due },
    data: { nextAt: following(digestSettingSchema.parse(row), due, now) },
  })
}

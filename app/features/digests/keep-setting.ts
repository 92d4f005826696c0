import type { Db } from '#app/platform/db.server.ts'
import { type DigestSetting, digestSettingSchema, unchosen } from './digest-setting.ts'
import { nextDigest } from './next-digest.ts'

export type KeptSetting = DigestSetting & {
  /** When the next one is due; null where none is. */
  nextAt: Date | null
  /** Until when the last one told; null before the first. */
  toldAt: Date | null
  /** Whether it was ever chosen. */
  isChosen: boolean
}

/** When somebody hears about their threads; Monday morning, but off, for who has chosen nothing. */
export async function readSetting(db: Db, userId: string): Promise<KeptSetting> {
  const row = await db.digestSetting.findUnique({ where: { userId } })
  if (!row) return { ...unchosen, nextAt: null, toldAt: null, isChosen: false }
  return { ...digestSettingSchema.parse(row), nextAt: row.nextAt, toldAt: row.toldAt, isChosen: true }
}

/** Keeps what somebody has chosen, and has the next one due from now on. */
export async function keepSetting(
  db: Db,
  { userId, setting, now = new Date() }: { userId: string; setting: DigestSetting; now?: Date },
): Promise<void> {
  const chosen = { ...setting, nextAt: nextDigest(setting, now) }
  await db.digestSetting.upsert({ where: { userId }, create: { userId, ...chosen }, update: chosen })
}

/** Only how often: the hour, the day and the zone stay as they were chosen. */
export async function keepRhythm(
  db: Db,
  { userId, rhythm }: { userId: string; rhythm: DigestSetting['rhythm'] },
): Promise<void> {
  const { hour, weekday, zone } = await readSetting(db, userId)
  await keepSetting(db, { userId, setting: { rhythm, hour, weekday, zone } })
}

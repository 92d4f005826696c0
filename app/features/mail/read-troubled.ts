import type { Db } from '#app/platform/db.server.ts'

export type TroubledMail = {
  id: string
  to: string
  template: string
  state: string
  reason: string | null
  provider: string | null
  createdAt: Date
}

/**
 * Messages of which nobody knows whether they were taken, and those that were refused: the newest of either first, as many as
 * asked for. Nothing of what they say.
 */
export function readTroubled(db: Db, state: 'unknown' | 'refused', size: number): Promise<TroubledMail[]> {
  return db.mail.findMany({
    where: { state },
    select: {
      id: true,
      to: true,
      template: true,
      state: true,
      reason: true,
      provider: true,
      createdAt: true,
    },
    orderBy: { id: 'desc' },
    take: size,
  })
}

import type { Db } from '#app/platform/db.server.ts'
import { deviceInWords } from './device.ts'
import { idleSession, longestSession } from './session-life.ts'

export type SessionRow = {
  id: string
  device: string
  network: string
  createdAt: Date
  lastSeenAt: Date
  isThis: boolean
}

const mostShown = 100

/** A person's sessions that are alive, the one they are using first, then the latest used. */
export async function listSessions(
  db: Db,
  { userId, sessionId }: { userId: string; sessionId: string },
  now = new Date(),
): Promise<SessionRow[]> {
  const sessions = await db.session.findMany({
    where: {
      userId,
      lastSeenAt: { gt: new Date(now.getTime() - idleSession) },
      createdAt: { gt: new Date(now.getTime() - longestSession) },
    },
    orderBy: { lastSeenAt: 'desc' },
    take: mostShown,
  })
  return sessions
    .map(({ id, userAgent, network, createdAt, lastSeenAt }) => ({
      id,
      device: deviceInWords(userAgent),
      network,
      createdAt,
      lastSeenAt,
      isThis: id === sessionId,
    }))
    .sort((one, other) => Number(other.isThis) - Number(one.isThis))
}

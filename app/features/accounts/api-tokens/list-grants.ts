import type { Db } from '#app/platform/db.server.ts'
import { deviceInWords } from '../device.ts'

export type GrantRow = {
  id: string
  /** The program, as it calls itself. */
  program: string
  network: string
  createdAt: Date
  /** When it last got a token, which lasts 15 minutes: to within that, when it was last used. */
  lastUsedAt: Date
}

const mostShown = 100

/** The programs that somebody signed in with their password and that can still go on, the latest used first. */
export async function listGrants(db: Db, userId: string, now = new Date()): Promise<GrantRow[]> {
  const grants = await db.apiGrant.findMany({
    where: { userId, endedAt: null, refreshTokens: { some: { usedAt: null, expiresAt: { gt: now } } } },
    select: {
      id: true,
      userAgent: true,
      network: true,
      createdAt: true,
      refreshTokens: { select: { createdAt: true }, orderBy: { createdAt: 'desc' }, take: 1 },
    },
    orderBy: { id: 'desc' },
    take: mostShown,
  })
  return grants
    .map(({ id, userAgent, network, createdAt, refreshTokens: [latest] }) => ({
      id,
      program: programInWords(userAgent),
      network,
      createdAt,
      lastUsedAt: latest?.createdAt ?? createdAt,
    }))
    .sort((one, other) => other.lastUsedAt.getTime() - one.lastUsedAt.getTime())
}

/** A browser calls itself Mozilla and more; any other program by its name, first of all. */
function programInWords(userAgent: string): string {
  const [name = ''] = userAgent.trim().split(/\s+/)
  if (name === '') return 'A program that gives no name'
  return name.startsWith('Mozilla/') ? deviceInWords(userAgent) : name.slice(0, 80).replace('/', ' ')
}

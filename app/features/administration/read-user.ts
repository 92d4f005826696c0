import type pg from 'pg'
import { listSessions, type SessionRow } from '#app/features/accounts/list-sessions.ts'
import { type RecordedEvent, readEvents } from '#app/features/audit/read-events.ts'
import { readQuota } from '#app/features/billing/read-quota.ts'
import { listThreads } from '#app/features/threads/list-threads.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { UserRow } from './find-users.ts'

const mostThreads = 20
const mostEvents = 20

export type UserFacts = UserRow & {
  suspendedAt: Date | null
  hasPassword: boolean
  hasTwoFactor: boolean
  plan: { name: string; threads: number; per: string; left: number }
  sessions: SessionRow[]
  /** By title only: what is in them is nobody else's to read here. */
  threads: { id: string; title: string }[]
  hasMoreThreads: boolean
  /** What they did and what was done to their account. */
  events: RecordedEvent[]
}

/** What is to be known of somebody's account to help them. Throws `user-not-found` (404). */
export async function readUser(
  { prisma, pool }: { prisma: Db; pool: pg.Pool },
  id: string,
): Promise<UserFacts> {
  const user = await prisma.user.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      disabledAt: true,
      passwordHash: true,
      totpSince: true,
      createdAt: true,
    },
  })
  if (!user) throw new AppError('user-not-found', 'There is no such account.', { status: 404 })
  const { disabledAt, passwordHash, totpSince, ...rest } = user
  const [quota, sessions, threads, { events }] = await Promise.all([
    // A person is counted by themselves; an address is only a visitor's.
    readQuota(pool, { userId: id }, { address: '' }),
    listSessions(prisma, { userId: id, sessionId: '' }),
    listThreads(pool, { userId: id }, { size: mostThreads }),
    readEvents(prisma, { about: id }, { size: mostEvents }),
  ])
  return {
    ...rest,
    isSuspended: disabledAt !== null,
    suspendedAt: disabledAt,
    hasPassword: passwordHash !== null,
    hasTwoFactor: totpSince !== null,
    plan: { ...quota.plan, left: quota.left },
    sessions,
    threads: threads.rows.map(({ id: threadId, title }) => ({ id: threadId, title })),
    hasMoreThreads: threads.next !== null,
    events,
  }
}

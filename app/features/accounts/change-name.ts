import { z } from 'zod'
import type { Db } from '#app/platform/db.server.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { forgetSessions } from './end-sessions.ts'

export const nameSchema = z
  .string('Give a name.')
  .trim()
  .min(1, 'Give a name.')
  .max(80, 'Use 80 characters at most.')
  .regex(/^[^\p{Cc}]*$/u, 'A name is one line.')

/** What a person is called, on their own pages. */
export async function changeName(
  { prisma, redis }: { prisma: Db; redis: Redis },
  { userId, name }: { userId: string; name: string },
): Promise<void> {
  const { sessions } = await prisma.user.update({
    where: { id: userId },
    data: { name },
    select: { sessions: { select: { tokenHash: true } } },
  })
  // What Redis keeps of a session has the name in it.
  await forgetSessions(
    redis,
    sessions.map(({ tokenHash }) => tokenHash),
  )
}

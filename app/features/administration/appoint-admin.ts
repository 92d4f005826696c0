import { endSessions } from '#app/features/accounts/end-sessions.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'

/**
 * Makes who has this address an admin, on the word of whoever has the server: how the first one comes to be. Their
 * sessions end. Gives whether they weren't one before. Throws `user-not-found` where nobody has it, or their account is
 * suspended.
 */
export async function appointAdmin(prisma: Db, email: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const person = await tx.user.findUnique({
      where: { email },
      select: { id: true, role: true, disabledAt: true },
    })
    if (!person || person.disabledAt)
      throw new AppError(
        'user-not-found',
        `Nobody who may sign in has the address ${email}: sign up with it first.`,
        {
          status: 404,
        },
      )
    if (person.role === 'admin') return false
    await tx.user.update({ where: { id: person.id }, data: { role: 'admin' } })
    await endSessions(tx, { userId: person.id, except: null })
    await recordEvent(tx, {
      actor: { kind: 'system' },
      action: 'user.role-changed',
      subject: { kind: 'user', id: person.id },
      reasonCode: 'command',
      data: { from: person.role, to: 'admin' },
    })
    return true
  })
}

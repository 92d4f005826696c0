import { mayDo, type Permission } from '#app/features/accounts/permissions.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'

/** Does something in one transaction, for who may do it at this moment: their role is read anew. Throws `not-allowed` (403). */
export function doAs<T>(
  prisma: Db,
  by: string,
  permission: Permission,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return prisma.$transaction(async (tx) => {
    const doer = await tx.user.findUnique({ where: { id: by }, select: { role: true, disabledAt: true } })
    if (!doer || doer.disabledAt || !mayDo(doer.role, permission))
      throw new AppError('not-allowed', 'Your role doesn’t include this. Ask an admin to do it.', {
        status: 403,
      })
    return work(tx)
  })
}

import { mayDo, type Permission } from '#app/features/accounts/permissions.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { notAllowed } from './deed.ts'

/** Does something in one transaction, for who may do it at this moment: their role is read anew. Throws `not-allowed` (403). */
export function doAs<T>(
  prisma: Db,
  by: string,
  permission: Permission,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return prisma.$transaction(async (tx) => {
    const doer = await tx.user.findUnique({ where: { id: by }, select: { role: true, disabledAt: true } })
    if (!doer || doer.disabledAt || !mayDo(doer.role, permission)) throw notAllowed()
    return work(tx)
  })
}

import { z } from 'zod'
import type { Role } from '#app/features/accounts/permissions.ts'
import type { Db } from '#app/platform/db.server.ts'

export type UserRow = {
  id: string
  name: string
  email: string | null
  role: Role
  isSuspended: boolean
  createdAt: Date
}

/**
 * A page of people, the newest first: whose address or name holds what was typed, or whose id it is; all without it.
 * `next` is given as `before` for the page after it, and is null on the last.
 */
export async function findUsers(
  db: Db,
  typed: string,
  { size, before }: { size: number; before?: string | undefined },
): Promise<{ users: UserRow[]; next: string | null }> {
  const wanted = typed.trim().slice(0, 254)
  const id = z.uuid().safeParse(wanted).data
  const holds = { contains: wanted, mode: 'insensitive' as const }
  const rows = await db.user.findMany({
    where: {
      ...(before !== undefined && { id: { lt: before } }),
      ...(wanted !== '' && { OR: [{ email: holds }, { name: holds }, ...(id ? [{ id }] : [])] }),
    },
    select: { id: true, name: true, email: true, role: true, disabledAt: true, createdAt: true },
    orderBy: { id: 'desc' },
    take: size + 1,
  })
  const users = rows
    .slice(0, size)
    .map(({ disabledAt, ...row }) => ({ ...row, isSuspended: disabledAt !== null }))
  return { users, next: rows.length > size ? (users.at(-1)?.id ?? null) : null }
}

import type { FlagName } from '#app/features/flags/declared.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Doer } from './deed.ts'
import { doAs } from './do-as.ts'
import { recordDeedOn } from './record-deed.ts'

export type FlagWish = {
  name: FlagName
  /** As whoever wishes it has seen the flag; 0 for one that nobody has set. */
  version: number
  isOn: boolean
  percent: number
  users: string[]
  visitors: string[]
  plans: string[]
}

/**
 * Sets who is in of a flag, and says so in the audit trail: both or neither. Throws AppErrors: `not-allowed` (403) by the role
 * as it is at this moment, `flag-changed` (409) where another changed it meanwhile, `no-such-person` (422, at `users`).
 */
export async function changeFlag(
  prisma: Db,
  doing: Doer,
  { name, version, ...wish }: FlagWish,
): Promise<void> {
  await doAs(prisma, doing.by, 'flags.change', async (tx) => {
    const known = await tx.user.count({ where: { id: { in: wish.users } } })
    if (known !== new Set(wish.users).size)
      throw new AppError('no-such-person', 'One of these is no person’s id: copy it from their page.', {
        status: 422,
        field: 'users',
      })
    // What stands already is changed by nobody: a form that is sent twice is one change.
    const standing = await tx.flag.findUnique({ where: { name } })
    if (standing && isSame(standing, wish)) return
    const data = { ...wish, version: version + 1, changedAt: new Date() }
    const changed =
      version === 0
        ? await tx.flag.createMany({ data: [{ name, ...data }], skipDuplicates: true })
        : await tx.flag.updateMany({ where: { name, version }, data })
    if (changed.count === 0)
      throw new AppError(
        'flag-changed',
        'Somebody changed this flag meanwhile: look at it again, and decide anew.',
        {
          status: 409,
        },
      )
    const { users, visitors, ...said } = wish
    const counted = { ...said, users: users.length, visitors: visitors.length }
    await recordDeedOn(tx, doing, 'flag.changed', { kind: 'flag', id: name }, counted)
  })
}

const isSame = (one: Omit<FlagWish, 'name' | 'version'>, other: Omit<FlagWish, 'name' | 'version'>) =>
  one.isOn === other.isOn &&
  one.percent === other.percent &&
  (['users', 'visitors', 'plans'] as const).every((list) => one[list].join() === other[list].join())

import { forgetSessions } from '#app/features/accounts/end-sessions.ts'
import { type Doing, doTo, type Standing } from '#app/features/administration/deed.ts'
import { recordDeed } from '#app/features/administration/record-deed.ts'
import { suspendStanding } from '#app/features/administration/suspend.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { type DecisionKind, decisionKinds, type Entry, readEntries } from './standing.ts'

/** What each decision is called in the audit trail; suspending is a deed of its own there. */
const deeds = { cleared: 'user.limit-lifted', kept: 'user.kept-limited', suspended: null } as const

/**
 * Decides about a limited account: its limit ends, it stays limited, or it is suspended as on its own page. `seen` is the
 * latest entry that whoever decides has looked at: where somebody has decided in the meantime, or something has come up,
 * they are told, and nothing is done (`case-changed`, 409). Sent twice by the same person, it is done once. Throws `no-case`
 * (404), `own-account` (409), and what `doTo` throws.
 */
export async function decide(
  { prisma, redis }: { prisma: Db; redis: Redis },
  doing: Doing,
  { decision, seen }: { decision: DecisionKind; seen: string },
): Promise<void> {
  if (doing.by === doing.on)
    throw new AppError('own-account', 'This is your own account. Leave it to somebody else.', { status: 409 })
  const permission = decision === 'suspended' ? 'users.suspend' : 'users.review'
  const ended = await doTo(prisma, doing, permission, async (standing) => {
    const { tx, subject } = standing
    const latest = (await readEntries(tx, subject.id)).at(-1)
    if (!latest) throw noCase()
    if (String(latest.id) !== seen) {
      if (latest.byId === doing.by && latest.kind === decision) return []
      throw await caseChanged(standing, latest)
    }
    const { limitedAt } = await tx.user.findUniqueOrThrow({
      where: { id: subject.id },
      select: { limitedAt: true },
    })
    if (limitedAt === null) throw noCase()
    return carryOut(standing, doing, decision, latest)
  })
  await forgetSessions(redis, ended)
}

async function carryOut(
  standing: Standing,
  doing: Doing,
  decision: DecisionKind,
  { score, reasons }: Entry,
): Promise<string[]> {
  const { tx, subject } = standing
  const isCleared = decision === 'cleared'
  const after = isCleared ? { score: 0, reasons: [] } : { score, reasons }
  await tx.riskEntry.create({ data: { userId: subject.id, kind: decision, byId: doing.by, ...after } })
  if (isCleared) await tx.user.update({ where: { id: subject.id }, data: { limitedAt: null } })
  const deed = deeds[decision]
  if (deed) await recordDeed(tx, doing, deed, { score })
  return decision === 'suspended' ? suspendStanding(standing, doing) : []
}

const noCase = () =>
  new AppError('no-case', 'This account isn’t limited, so there is nothing to decide.', { status: 404 })

const decidedAs = {
  cleared: 'has lifted the limit',
  kept: 'has kept the account limited',
  suspended: 'has suspended the account',
} as const satisfies Record<DecisionKind, string>

async function caseChanged({ tx }: Standing, { kind, byId }: Entry): Promise<AppError> {
  const decision = decisionKinds.find((each) => each === kind)
  if (!decision || byId === null)
    return new AppError('case-changed', 'Something new has come up since. Look at it again, then decide.', {
      status: 409,
    })
  const by = await tx.user.findUnique({ where: { id: byId }, select: { name: true } })
  return new AppError(
    'case-changed',
    `${by?.name ?? 'Somebody'} ${decidedAs[decision]} in the meantime, so nothing was done.`,
    { status: 409 },
  )
}

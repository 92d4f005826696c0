import { mayDo } from '#app/features/accounts/permissions.ts'
import type { Origin } from '#app/features/audit/event-origin.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'

/** Who does something, and from where. */
export type Doing = { by: string; origin: Origin }

/**
 * Says that somebody is looking at an alert: it is not told again until it is over. Throws `not-allowed` (403), and
 * `alert-not-firing` (409) where it is over, or somebody else was first.
 */
export async function acknowledgeAlert(prisma: Db, doing: Doing, alertId: string): Promise<void> {
  await doAsAdmin(prisma, doing, async (tx) => {
    const acknowledged = await tx.$queryRaw<{ rule: string }[]>`
      update alerts set state = 'acknowledged', acknowledged_at = now(), acknowledged_by = ${doing.by}::uuid
      where id = ${alertId}::uuid and state = 'firing' returning rule`
    const [alert] = acknowledged
    if (!alert)
      throw new AppError(
        'alert-not-firing',
        'This alert isn’t waiting for anybody any more: it is over, or somebody has acknowledged it.',
        { status: 409, level: 'info' },
      )
    await recordEvent(tx, {
      actor: { kind: 'user', id: doing.by },
      action: 'alert.acknowledged',
      subject: { kind: 'alert', id: alertId },
      reasonCode: 'asked',
      data: { rule: alert.rule },
      origin: doing.origin,
    })
  })
}

/** For who may do it at this moment: their role is read anew. */
export function doAsAdmin<T>(prisma: Db, { by }: Doing, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma.$transaction(async (tx) => {
    const doer = await tx.user.findUnique({ where: { id: by }, select: { role: true, disabledAt: true } })
    if (!doer || doer.disabledAt || !mayDo(doer.role, 'alerts.change'))
      throw new AppError('not-allowed', 'Your role doesn’t include this. Ask an admin to do it.', {
        status: 403,
      })
    return work(tx)
  })
}

import type { Doer } from '#app/features/administration/deed.ts'
import { doAs } from '#app/features/administration/do-as.ts'
import { recordDeedOn } from '#app/features/administration/record-deed.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'

/**
 * Says that somebody is looking at an alert: it is not told again until it is over. Throws `not-allowed` (403), and
 * `alert-not-firing` (409) where it is over, or somebody else was first.
 */
export async function acknowledgeAlert(prisma: Db, doing: Doer, alertId: string): Promise<void> {
  await doAs(prisma, doing.by, 'alerts.change', async (tx) => {
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
    await recordDeedOn(tx, doing, 'alert.acknowledged', { kind: 'alert', id: alertId }, { rule: alert.rule })
  })
}

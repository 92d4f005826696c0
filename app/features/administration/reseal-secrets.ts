import { whoseCodesAreOld } from '#app/features/accounts/two-factor/recovery-codes.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import type { Database } from '#app/platform/db.server.ts'
import { type Resealed, resealColumn } from '#app/platform/reseal.server.ts'
import { sealedColumns } from '#app/platform/sealed-columns.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'

/** A column by its name in the database, and what came of it. */
export type ResealedColumn = Resealed & { name: string }

/**
 * Seals every secret at rest under the present key, column by column, and tells what came of each, and whose recovery codes
 * still need an earlier key. Ids only: no secret leaves this. A trial writes nothing; else it is recorded that it was done.
 */
export async function resealSecrets(
  { prisma, pool }: Pick<Database, 'prisma' | 'pool'>,
  sealer: Sealer,
  { isTrial }: { isTrial: boolean },
): Promise<{ columns: ResealedColumn[]; oldCodes: string[] }> {
  const columns: ResealedColumn[] = []
  for (const sealed of sealedColumns)
    columns.push({
      name: `${sealed.table}.${sealed.column}`,
      ...(await resealColumn(pool, sealer, sealed, { isTrial })),
    })
  const oldCodes = await whoseCodesAreOld(prisma, sealer)
  if (!isTrial)
    await recordEvent(prisma, {
      actor: { kind: 'system' },
      action: 'secrets.resealed',
      subject: { kind: 'secrets', id: sealer.keyId },
      reasonCode: 'command',
      data: Object.fromEntries(columns.map(({ name, resealed }) => [name, resealed])),
    })
  return { columns, oldCodes }
}

import type { Tx } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'

/** How long what a page held counts as what it holds. */
export const freshForMs = days(1)

/**
 * SQL that tells whether a source (`s`, with its present snapshot left-joined as `sn`) has to be read before it is
 * written from: never read, or a page that was read over a day ago. What its owner put right stays as it is.
 */
export const needsReading = `(s.snapshot_id is null or (s.origin = 'url' and sn.reason <> 'corrected' and sn.read_at < now() - interval '${freshForMs} milliseconds'))`

/** Whether a source has to be read before it is written from. */
export async function isToBeRead(tx: Tx, sourceId: string): Promise<boolean> {
  const rows = await tx.$queryRawUnsafe<{ reading: boolean }[]>(
    `select ${needsReading} as reading
     from sources s left join snapshots sn on sn.id = s.snapshot_id where s.id = $1::uuid`,
    sourceId,
  )
  return rows[0]?.reading ?? false
}

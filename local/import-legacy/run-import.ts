import { createHash } from 'node:crypto'
import { type Family, families, type LegacyValue } from '#app/features/legacy/record.ts'
import { type Outcome, takeOverKey } from '#app/features/legacy/take-over-key.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { LegacyStore } from './store.ts'

/** Keys at work at the same time, each in a transaction of its own. */
const atOnce = 6
/** Of what was left out, so many keys are named in the report. */
const mostNamed = 10_000

type FamilyReport = {
  scanned: number
  imported: number
  before: number
  /** How many, by reason. */
  skipped: Record<string, number>
}
export type Report = {
  isTrial: boolean
  families: Record<Family, FamilyReport>
  left: { key: string; reason: string }[]
}

export type ImportOptions = {
  db: Db
  store: LegacyStore
  /** Names the store, so that a run goes on where the one before was cut off. */
  url: string
  isTrial: boolean
  endless: Date | null
  now?: Date
  /** Told after each batch; the signal ends the run after one. */
  told?: (family: Family, report: FamilyReport) => void
  signal?: AbortSignal
}

/** Takes over all that there is, from where an earlier run was cut off. Null where the signal ended it. */
export async function runImport(options: ImportOptions): Promise<Report | null> {
  const { isTrial, now = new Date() } = options
  const trial = isTrial ? new Map<string, LegacyValue>() : null
  const empty = (): FamilyReport => ({ scanned: 0, imported: 0, before: 0, skipped: {} })
  const report: Report = {
    isTrial,
    families: {
      user_sessions: empty(),
      premium_access: empty(),
      thread_cache: empty(),
      email_captures: empty(),
    },
    left: [],
  }
  const cursors = cursorsOf(options)
  const wasCutOff = await cursors.somewhere()
  for (const family of families) {
    let cursor = await cursors.start(family, wasCutOff)
    while (cursor !== null) {
      if (options.signal?.aborted) return null
      const { cursor: next, found } = await options.store.next(family, cursor)
      for (let at = 0; at < found.length; at += atOnce)
        await Promise.all(
          found.slice(at, at + atOnce).map(async ({ key, value }) => {
            const choices = { endless: options.endless, now, trial }
            count(report, family, key, await takeOverKey(options.db, family, key, value, choices))
          }),
        )
      await cursors.keep(family, next)
      options.told?.(family, report.families[family])
      cursor = next === '0' ? null : next
    }
  }
  await cursors.forget()
  return report
}

function count(report: Report, family: Family, key: string, outcome: Outcome): void {
  const counted = report.families[family]
  counted.scanned += 1
  if (outcome.what !== 'skipped') {
    counted[outcome.what] += 1
    return
  }
  counted.skipped[outcome.reason] = (counted.skipped[outcome.reason] ?? 0) + 1
  if (report.left.length < mostNamed) report.left.push({ key, reason: outcome.reason })
}

/** How far each family was gone through; a trial keeps nothing of it, and a run that came to its end begins anew the next time. */
function cursorsOf({ db, url, isTrial }: ImportOptions) {
  const sourceHash = createHash('sha256').update(url).digest('hex')
  return {
    somewhere: async () => !isTrial && (await db.legacyCursor.count({ where: { sourceHash } })) > 0,
    /** Null for a family that was gone through before the cut. */
    async start(family: Family, wasCutOff: boolean): Promise<string | null> {
      if (!wasCutOff) return '0'
      const row = await db.legacyCursor.findUnique({ where: { sourceHash_family: { sourceHash, family } } })
      if (!row) return '0'
      return row.cursor === '0' ? null : row.cursor
    },
    async keep(family: Family, cursor: string): Promise<void> {
      if (isTrial) return
      await db.legacyCursor.upsert({
        where: { sourceHash_family: { sourceHash, family } },
        create: { sourceHash, family, cursor },
        update: { cursor },
      })
    },
    async forget(): Promise<void> {
      if (!isTrial) await db.legacyCursor.deleteMany({ where: { sourceHash } })
    },
  }
}

import { assertLengthOfPlan } from '#app/features/billing/source-length.ts'
import { compareTexts } from '#app/features/sources/compare-texts.ts'
import { correctSnapshot } from '#app/features/sources/correct-snapshot.ts'
import { readSource } from '#app/features/sources/source-record.ts'
import type { AppContext } from '#app/platform/context.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { Correction } from './source-props.ts'

/** Saves a correction; null once it is saved, else the form as it was sent, with why at its field. */
export async function saveCorrection(
  { env, database }: Pick<AppContext, 'env' | 'database'>,
  { owner, sourceId }: { owner: Owner; sourceId: string },
  { basedOn, title, text }: { basedOn: string; title: string; text: string },
): Promise<{ correction: Correction; status: number } | null> {
  const db = database.prisma
  // Browsers send line ends as CR LF.
  const typed = text.replaceAll('\r\n', '\n').trim()
  try {
    const before = (await readSource(db, sourceId))?.snapshot?.text.length
    await assertLengthOfPlan(env, database.pool, owner, typed.length, before)
    await correctSnapshot(db, sourceId, { basedOn, title, text })
    return null
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    const field = error.field === 'title' ? 'title' : 'text'
    const correction: Correction = { basedOn, values: { title, text }, errors: { [field]: error.message } }
    if (error.leadsTo) correction.leadsTo = error.leadsTo
    if (error.code === 'changed-meanwhile') {
      const present = (await readSource(db, sourceId))?.snapshot
      if (present) correction.meanwhile = { basedOn: present.id, changes: compareTexts(present.text, typed) }
    }
    return { correction, status: error.status }
  }
}

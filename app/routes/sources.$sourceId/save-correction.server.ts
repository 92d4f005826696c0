import { compareTexts } from '#app/features/sources/compare-texts.ts'
import { correctSnapshot } from '#app/features/sources/correct-snapshot.ts'
import { readSource } from '#app/features/sources/source-record.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Correction } from './source-props.ts'

/** Saves a correction; null once it is saved, else the form as it was sent, with why at its field. */
export async function saveCorrection(
  db: Db,
  sourceId: string,
  { basedOn, title, text }: { basedOn: string; title: string; text: string },
): Promise<{ correction: Correction; status: number } | null> {
  try {
    await correctSnapshot(db, sourceId, { basedOn, title, text })
    return null
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    const field = error.field === 'title' ? 'title' : 'text'
    const correction: Correction = { basedOn, values: { title, text }, errors: { [field]: error.message } }
    if (error.code === 'changed-meanwhile') {
      const present = (await readSource(db, sourceId))?.snapshot
      // Browsers send line ends as CR LF.
      const typed = text.replaceAll('\r\n', '\n').trim()
      if (present) correction.meanwhile = { basedOn: present.id, changes: compareTexts(present.text, typed) }
    }
    return { correction, status: error.status }
  }
}

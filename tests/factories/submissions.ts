import { v7 as uuidv7 } from 'uuid'
import type { Charge } from '#app/features/billing/charge.ts'
import { generationOptionsSchema } from '#app/features/generation/options.ts'
import { type Submission, submitThread } from '#app/features/generation/submit-thread.ts'
import { readText } from '#app/features/sources/read-text.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { Lane } from '#app/platform/queue/catalog.ts'
import { bridgeArticle } from './texts.ts'

/** A browser that has never been here. */
export const newVisitor = (): { visitorId: string } => ({ visitorId: uuidv7() })

export const pastedText = (text = bridgeArticle): Submission => ({ origin: 'text', snapshot: readText(text) })

/** Submits as the web does; the bridge article unless something else is given. */
export async function submitted(
  db: Db,
  given: {
    owner?: Owner
    submission?: Submission
    options?: Record<string, unknown>
    submissionKey?: string
    lane?: Lane
    writer?: 'openai' | 'builtin'
    charge?: Charge | null
  } = {},
) {
  const owner = given.owner ?? newVisitor()
  const { submission = pastedText(), options = {}, owner: _owner, ...extra } = given
  const made = await submitThread(db, owner, submission, generationOptionsSchema.parse(options), {
    charge: null,
    ...extra,
  })
  return { owner, ...made }
}

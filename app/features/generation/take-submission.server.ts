import { originOf } from '#app/features/audit/event-origin.ts'
import { actorOf } from '#app/features/audit/record-event.ts'
import { chargeOf } from '#app/features/billing/charge.ts'
import { assertLengthOfPlan } from '#app/features/billing/source-length.ts'
import { assertAllowed, type Part } from '#app/features/content-filter/assert-allowed.ts'
import { createContentFilter } from '#app/features/content-filter/content-filter.ts'
import { partOfSource, partsAskedFor } from '#app/features/content-filter/parts.ts'
import { storeUpload } from '#app/features/sources/store-upload.ts'
import type { AppContext } from '#app/platform/context.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { GenerationOptions } from './options.ts'
import { type Submission, submitThread } from './submit-thread.ts'

/** A file that is yet to be put where workers find it. */
export type Upload = { fileName: string; bytes: Uint8Array }

type Asked = {
  submission: Submission | Upload
  options: GenerationOptions
  /** Makes one thread and one charge of whatever comes with the same. */
  submissionKey: string | undefined
}

/**
 * Makes a thread of what somebody asks for, on a page or by a program: looked at by the content filter, charged to their
 * plan, its file kept for the workers. How often that may be done is the caller's to count. Throws what those throw, at
 * the form's fields.
 */
export async function takeSubmission(
  request: Request,
  { env, database: { prisma, pool }, storage, logger, ip }: AppContext,
  owner: Owner,
  { submission, options, submissionKey }: Asked,
): Promise<{ threadId: string }> {
  if ('snapshot' in submission) await assertLengthOfPlan(env, pool, owner, submission.snapshot.text.length)
  await assertAllowed(createContentFilter(env, logger), prisma, partsOf(submission, options), {
    actor: actorOf(owner),
    subject: { kind: 'submission', id: null },
    origin: originOf(request, ip),
  })
  const kept = 'bytes' in submission ? await storeUpload(storage, submission) : submission
  return submitThread(prisma, owner, kept, options, { charge: chargeOf(env, ip), submissionKey })
}

/** What the content filter looks at: all that was asked, and the text where it came along. A page is yet to be fetched. */
function partsOf(submission: Submission | Upload, options: GenerationOptions): Part[] {
  const asked = partsAskedFor(options)
  if (!('snapshot' in submission)) return asked
  return [...asked, partOfSource(submission.snapshot.text, submission.origin === 'file' ? 'file' : 'source')]
}

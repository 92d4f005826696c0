import { originOf } from '#app/features/audit/event-origin.ts'
import { actorOf } from '#app/features/audit/record-event.ts'
import { chargeOf } from '#app/features/billing/charge.ts'
import { assertAllowed } from '#app/features/content-filter/assert-allowed.ts'
import { createContentFilter } from '#app/features/content-filter/content-filter.ts'
import { partOfSource, partsAskedFor } from '#app/features/content-filter/parts.ts'
import { generationOptionsSchema } from '#app/features/generation/options.ts'
import { type Submission, submitThread } from '#app/features/generation/submit-thread.ts'
import { parseSourceInput } from '#app/features/sources/parse-input.ts'
import { readText } from '#app/features/sources/read-text.ts'
import { assertWithinLimits, mostCharacters } from '#app/features/sources/source-limits.ts'
import type { AppContext } from '#app/platform/context.ts'
import { AppError } from '#app/platform/errors.ts'
import type { NewThread } from './contract/requests.ts'

/**
 * Makes a thread of what a program sends, as the form does: counted, looked at by the content filter, charged once for a
 * key. Throws what those throw, at the field of the request.
 */
export async function submitFromApi(
  request: Request,
  { env, database, limits, logger, ip }: AppContext,
  owner: { userId: string },
  { wish, key }: { wish: NewThread; key: string | undefined },
): Promise<{ threadId: string }> {
  await limits.take('submit', { owner, ip })
  const given = wish.url === undefined ? 'text' : 'url'
  const options = generationOptionsSchema.parse(wish.options ?? {})
  try {
    const submission = submissionOf(wish)
    const parts = 'snapshot' in submission ? [partOfSource(submission.snapshot.text, 'source')] : []
    await assertAllowed(
      createContentFilter(env, logger),
      database.prisma,
      [...partsAskedFor(options), ...parts],
      {
        actor: actorOf(owner),
        subject: { kind: 'submission', id: null },
        origin: originOf(request, ip),
      },
    )
    return await submitThread(database.prisma, owner, submission, options, {
      charge: chargeOf(env, ip),
      ...(key !== undefined && { submissionKey: key }),
    })
  } catch (error) {
    throw error instanceof AppError ? atField(error, given) : error
  }
}

function submissionOf({ url, text }: NewThread): Submission {
  const input = parseSourceInput(url ?? text ?? '', { maxCharacters: mostCharacters })
  if (url !== undefined) {
    if (input.kind === 'url') return { origin: 'url', url: input.url }
    throw new AppError('not-an-address', 'This can’t be read as a web address.', {
      status: 422,
      field: 'source',
    })
  }
  if (input.kind === 'url')
    throw new AppError('too-few-words', 'This text is a web address: give it as url.', {
      status: 422,
      field: 'source',
    })
  const snapshot = readText(input.text)
  assertWithinLimits(snapshot)
  return { origin: 'text', snapshot }
}

const wishes = new Set(['instruction', 'callToAction', 'audience', 'length'])

/** The form calls the address and the text `source`, and its wishes stand beside it. */
function atField(error: AppError, given: 'url' | 'text'): AppError {
  if (error.field === undefined) return error
  const { code, message, status, level, retryable, retryAfterSeconds } = error
  return new AppError(code, message, {
    status,
    level,
    retryable,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    cause: error,
    field: wishes.has(error.field) ? `options.${error.field}` : given,
  })
}

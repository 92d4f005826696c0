import { countedOwner } from '#app/features/billing/plan-of.ts'
import { generationOptionsSchema } from '#app/features/generation/options.ts'
import type { Submission } from '#app/features/generation/submit-thread.ts'
import { takeSubmission } from '#app/features/generation/take-submission.server.ts'
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
  context: AppContext,
  owner: { userId: string },
  { wish, key }: { wish: NewThread; key: string | undefined },
): Promise<{ threadId: string }> {
  await context.limits.take('submit', { ...(await countedOwner(context, owner)), ip: context.ip })
  const given = wish.url === undefined ? 'text' : 'url'
  const options = generationOptionsSchema.parse(wish.options ?? {})
  try {
    return await takeSubmission(request, context, owner, {
      submission: submissionOf(wish),
      options,
      submissionKey: key,
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

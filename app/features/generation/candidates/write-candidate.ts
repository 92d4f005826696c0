import { AppError } from '#app/platform/errors.ts'
import { isFailureOfModel } from '../stand-in.ts'
import type { WrittenTweet } from '../writer.ts'
import type { WriterName } from '../writer-names.ts'
import { builtinCandidates } from './builtin-candidates.ts'
import type { CandidateInput } from './candidate.ts'
import type { CandidateModel, CandidateThread } from './candidate-model.ts'

/** `because` is the code of the model's failure for which the built-in way stood in. */
type WrittenCandidates = { texts: WrittenTweet[]; writer: WriterName; because: string | null }

/**
 * Candidates by the model, and by the built-in way where there is no model or it fails. Where neither has any, the model's
 * own failure is thrown; what it declines to write, nobody writes in its place.
 */
export async function writeCandidate(
  input: CandidateInput,
  model: CandidateModel | null,
  thread: CandidateThread,
): Promise<WrittenCandidates> {
  if (!model) return { texts: await builtinCandidates(input), writer: 'builtin', because: null }
  try {
    return { texts: await model(input, thread), writer: 'openai', because: null }
  } catch (failure) {
    if (input.signal.aborted || !isFailureOfModel(failure)) throw failure
    const texts = await builtinCandidates(input).catch((error: unknown) => {
      throw error instanceof AppError ? failure : error
    })
    return { texts, writer: 'builtin', because: failure.code }
  }
}

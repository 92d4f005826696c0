import { openLine } from '#app/integrations/openai/door/line.ts'
import type { Owner } from '#app/platform/owner.ts'
import { type ModelEnv, type ModelSurroundings, openModels } from '../open-models.ts'
import { modelCandidates } from '../openai/model-candidates.ts'
import { createSpend } from '../spending/create-spend.ts'
import type { WrittenTweet } from '../writer.ts'
import type { CandidateInput } from './candidate.ts'

/** The thread that candidates are for, and who pays for them. */
export type CandidateThread = { threadId: string; owner: Owner }

/** Has a model write candidates, for an owner's money. Throws as the model's door does. */
export type CandidateModel = (input: CandidateInput, thread: CandidateThread) => Promise<WrittenTweet[]>

/** Fewer than threads at once: they are quick, and somebody waits before the page for each. */
const atOnce = 8

/** The model that candidates are asked of, behind the same breakers as for threads; null where none is configured. */
export function createCandidateModel(env: ModelEnv, surroundings: ModelSurroundings): CandidateModel | null {
  const { pool, door: clocks } = surroundings
  const models = openModels(env, { ...surroundings, door: { atOnce, ...clocks } })
  if (!models) return null
  const { door, limits } = models
  return (input, thread) =>
    modelCandidates(input, openLine(door, createSpend(pool, { ...thread, generationId: null }, limits)))
}

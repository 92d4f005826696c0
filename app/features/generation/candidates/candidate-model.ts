import type { Owner } from '#app/platform/owner.ts'
import { type ModelEnv, type ModelSurroundings, openModels } from '../open-models.ts'
import { modelCandidates } from '../openai/model-candidates.ts'
import { createSpend } from '../spending/create-spend.ts'
import type { WrittenTweet } from '../writer.ts'
import type { CandidateInput } from './candidate.ts'

/** Has a model write candidates, for an owner's money. Throws as the model's door does. */
export type CandidateModel = (input: CandidateInput, owner: Owner) => Promise<WrittenTweet[]>

/** Fewer than threads at once: they are quick, and somebody waits before the page for each. */
const atOnce = 8

/** The model that candidates are asked of, behind the same breakers as for threads; null where none is configured. */
export function createCandidateModel(env: ModelEnv, surroundings: ModelSurroundings): CandidateModel | null {
  const { pool, door: clocks } = surroundings
  const models = openModels(env, { ...surroundings, door: { atOnce, ...clocks } })
  if (!models) return null
  const { door, limits } = models
  return (input, owner) =>
    modelCandidates(input, { door, spend: createSpend(pool, { owner, generationId: null }, limits) })
}

import type pg from 'pg'
import { type OpenDoorOptions, openModelDoor } from '#app/integrations/openai/door/open-door.ts'
import type { Env } from '#app/platform/env.ts'
import { reasonOf } from '#app/platform/error-reason.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { modelCandidates } from '../openai/model-candidates.ts'
import { createSpend } from '../spending/create-spend.ts'
import type { WrittenTweet } from '../writer.ts'
import type { CandidateInput } from './candidate.ts'

/** Has a model write candidates, for an owner's money. Throws as the model's door does. */
export type CandidateModel = (input: CandidateInput, owner: Owner) => Promise<WrittenTweet[]>

/** Fewer than threads at once: they are quick, and somebody waits before the page for each. */
const atOnce = 8

/** The model that candidates are asked of, behind the same breakers as for threads; null where none is configured. */
export function createCandidateModel(
  env: Pick<Env, 'openai' | 'openaiFallback' | 'modelDailyCents'>,
  {
    pool,
    logger,
    door: clocks,
  }: {
    pool: pg.Pool
    logger: Pick<Logger, 'warn'>
    /** Other clocks and waits of the model's door than the usual ones. */
    door?: Omit<OpenDoorOptions, 'pool' | 'first' | 'fallback'>
  },
): CandidateModel | null {
  const { openai } = env
  if (!openai) return null
  const door = openModelDoor({
    atOnce,
    ...clocks,
    pool,
    first: openai,
    fallback: env.openaiFallback,
    onTrouble: (error) =>
      logger.warn({ error: reasonOf(error) }, 'the model’s door could not reach the database'),
  })
  const limits = { dailyCents: env.modelDailyCents, price: openai.price ?? null }
  return (input, owner) =>
    modelCandidates(input, { door, spend: createSpend(pool, { owner, generationId: null }, limits) })
}

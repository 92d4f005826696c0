import { openLine } from '#app/integrations/openai/door/line.ts'
import type { Env } from '#app/platform/env.ts'
import { AppError } from '#app/platform/errors.ts'
import { createBuiltinWriter } from './builtin/builtin-writer.ts'
import { cachedWriter } from './cache/cached-writer.ts'
import type { ThreadCache } from './cache/thread-cache.ts'
import type { ClaimedRun } from './claim-run.ts'
import { type ModelEnv, type ModelSurroundings, openModels } from './open-models.ts'
import { createOpenAiWriter } from './openai/openai-writer.ts'
import { promptVersion } from './openai/prompt.ts'
import { createSpend } from './spending/create-spend.ts'
import { withStandIn } from './stand-in.ts'
import { withPlan } from './with-plan.ts'
import { withRepair } from './with-repair.ts'
import type { Writer } from './writer.ts'
import type { WriterName } from './writer-names.ts'

/** The writer that writes where none is asked for: the model if one is configured, else the built-in one. */
export const configuredWriter = (env: Pick<Env, 'openai'>): WriterName => (env.openai ? 'openai' : 'builtin')

/** Nobody who did not set a model up can mend that. */
export const noModel = () =>
  new AppError('no-model', 'No model is connected: set OPENAI_API_KEY, or let the built-in writer write.', {
    status: 422,
  })

/** A run of a generation, and whose money it spends. */
export type PaidRun = Pick<ClaimedRun, 'id' | 'threadId' | 'owner'>

type Surroundings = ModelSurroundings & {
  /** Without it nothing that was written before is given again. */
  cache?: ThreadCache
}

/**
 * Gives the writer a generation asked for, else the one configured. A model that nobody asked for by name has the
 * built-in writer stand in for it when it fails. What the model wrote before is taken from the cache; the built-in writer
 * writes the same again, and about as quickly as it could be looked up.
 */
export function createWriterChoice(
  env: ModelEnv,
  surroundings: Surroundings,
): (wanted: string | null, run: PaidRun) => Writer {
  const builtin = createBuiltinWriter()
  const modelFor = modelWriters(env, surroundings)
  return (wanted, run) => {
    const name = wanted ?? configuredWriter(env)
    if (name === 'builtin') return builtin
    if (!modelFor) throw noModel()
    const model = withRepair(withPlan(modelFor(run)))
    const { cache } = surroundings
    const keeping = (writer: Writer) => (cache ? cachedWriter(writer, handOf(env.openai), cache) : writer)
    if (wanted !== null) return keeping(model)
    return keeping(
      withStandIn(model, builtin, (failure) =>
        surroundings.logger.warn(
          { err: failure, generationId: run.id },
          'the built-in writer stands in for the model',
        ),
      ),
    )
  }
}

/** One door for the whole process, and for each run of a generation a line through it, which spends its owner's money. */
function modelWriters(env: ModelEnv, surroundings: Surroundings): ((run: PaidRun) => Writer) | null {
  const models = openModels(env, surroundings)
  if (!models) return null
  const { door, limits } = models
  const { pool } = surroundings
  return ({ id: generationId, threadId, owner }) =>
    createOpenAiWriter({ line: openLine(door, createSpend(pool, { owner, threadId, generationId }, limits)) })
}

const handOf = (openai: Env['openai']) => ({
  model: `${openai?.model} at ${openai?.baseUrl ?? 'its own address'}`,
  promptVersion,
})

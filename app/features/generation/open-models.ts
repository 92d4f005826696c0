import type pg from 'pg'
import type { ModelDoor } from '#app/integrations/openai/door/door.ts'
import { type OpenDoorOptions, openModelDoor } from '#app/integrations/openai/door/open-door.ts'
import type { Env } from '#app/platform/env.ts'
import { reasonOf } from '#app/platform/error-reason.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import type { SpendingLimits } from './spending/create-spend.ts'

export type ModelEnv = Pick<Env, 'openai' | 'openaiFallback' | 'modelDailyCents'>

export type ModelSurroundings = {
  pool: pg.Pool
  logger: Pick<Logger, 'warn'>
  /** Other clocks and waits of the model's door than the usual ones. */
  door?: Omit<OpenDoorOptions, 'pool' | 'first' | 'fallback'>
}

type Models = {
  door: ModelDoor
  /** What one owner may spend through it in a day, and what the first model costs. */
  limits: SpendingLimits
}

/** A door to the models that an environment sets, one for a process and a purpose; null where it sets none. */
export function openModels(env: ModelEnv, { pool, logger, door: clocks }: ModelSurroundings): Models | null {
  const { openai } = env
  if (!openai) return null
  const door = openModelDoor({
    ...clocks,
    pool,
    first: openai,
    fallback: env.openaiFallback,
    onTrouble: (error) =>
      logger.warn({ error: reasonOf(error) }, 'the model’s door could not reach the database'),
  })
  const prices = { first: openai.price ?? null, fallback: env.openaiFallback?.price ?? null }
  return { door, limits: { dailyCents: env.modelDailyCents, prices } }
}

import type { Env } from '#app/platform/env.ts'
import { AppError } from '#app/platform/errors.ts'
import { createBuiltinWriter } from './builtin/builtin-writer.ts'
import { cachedWriter } from './cache/cached-writer.ts'
import type { ThreadCache } from './cache/thread-cache.ts'
import { createOpenAiWriter } from './openai/openai-writer.ts'
import { promptVersion } from './openai/prompt.ts'
import type { Writer, WriterName } from './writer.ts'

/** The writer that writes where none is asked for: the model if one is configured, else the built-in one. */
export const configuredWriter = (env: Pick<Env, 'openai'>): WriterName => (env.openai ? 'openai' : 'builtin')

/**
 * Gives the writer a generation asked for, else the one configured. What the model wrote before is taken from the cache;
 * the built-in writer writes the same again, and about as quickly as it could be looked up.
 */
export function createWriterChoice(
  env: Pick<Env, 'openai'>,
  cache: ThreadCache,
): (wanted: string | null) => Writer {
  const builtin = createBuiltinWriter()
  const model = env.openai && cachedWriter(createOpenAiWriter(env.openai), handOf(env.openai), cache)
  return (wanted) => {
    const name = wanted ?? configuredWriter(env)
    if (name === 'builtin') return builtin
    if (model) return model
    throw new AppError(
      'no-model',
      'No model is connected: set OPENAI_API_KEY, or let the built-in writer write.',
      { status: 422 },
    )
  }
}

const handOf = ({ model, baseUrl }: NonNullable<Env['openai']>) => ({
  model: `${model} at ${baseUrl ?? 'its own address'}`,
  promptVersion,
})

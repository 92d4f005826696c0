import type { Env } from '#app/platform/env.ts'
import { AppError } from '#app/platform/errors.ts'
import { createBuiltinWriter } from './builtin/builtin-writer.ts'
import { createOpenAiWriter } from './openai/openai-writer.ts'
import type { Writer, WriterName } from './writer.ts'

/** The writer that writes where none is asked for: the model if one is configured, else the built-in one. */
export const configuredWriter = (env: Pick<Env, 'openai'>): WriterName => (env.openai ? 'openai' : 'builtin')

/** Gives the writer a generation asked for, else the one configured. */
export function createWriterChoice(env: Pick<Env, 'openai'>): (wanted: string | null) => Writer {
  const builtin = createBuiltinWriter()
  const model = env.openai ? createOpenAiWriter(env.openai) : null
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

import type { TokenUsage } from '#app/integrations/openai/answer-schema.ts'
import type { WriterEvent } from '../writer.ts'
import { promptVersion } from './prompt.ts'

/** Adds up what a thread has cost, repairs included. */
export function createTally() {
  let model = ''
  const total: TokenUsage = { inputTokens: 0, outputTokens: 0 }
  return {
    add(answer: { model: string; usage: TokenUsage | null }): void {
      if (!answer.usage) return
      model ||= answer.model
      total.inputTokens += answer.usage.inputTokens
      total.outputTokens += answer.usage.outputTokens
    },
    /** Null where the model's server has told nothing. */
    event(): WriterEvent | null {
      return model === '' ? null : { type: 'usage', model, ...total, promptVersion }
    },
  }
}
export type Tally = ReturnType<typeof createTally>

import type { ChatAnswer } from '#app/integrations/openai/chat.server.ts'
import type { Usage } from '../writer.ts'
import { promptVersion } from './prompt.ts'

/** Adds up what a thread has cost, repairs included. */
export function createTally() {
  let model = ''
  let byAnother = false
  let inputTokens = 0
  let outputTokens = 0
  return {
    add(answer: Omit<ChatAnswer, 'text'>): void {
      byAnother ||= answer.byAnother === true
      // Whose words they are has to be known also where nobody counted them.
      if (!answer.usage && !byAnother) return
      model ||= answer.model
      inputTokens += answer.usage?.inputTokens ?? 0
      outputTokens += answer.usage?.outputTokens ?? 0
    },
    /** Null where the model's server has told nothing. */
    usage(): Usage | null {
      if (model === '') return null
      return { model, inputTokens, outputTokens, promptVersion, ...(byAnother && { byAnother }) }
    },
  }
}
export type Tally = ReturnType<typeof createTally>

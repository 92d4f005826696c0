import type { ChatAnswer } from '#app/integrations/openai/chat.ts'
import type { WrittenBy } from '../writer.ts'
import { promptVersion } from './prompt.ts'

/** Notes which model has written, over all answers that are part of it. */
export function createTally() {
  let written: WrittenBy | null = null
  return {
    /** The first answer names the model. */
    add({ model, byAnother }: Omit<ChatAnswer, 'text'>): void {
      written = { promptVersion, model, ...written, ...(byAnother && { byAnother }) }
    },
    /** Null where no answer has come to its end. */
    writtenBy: (): WrittenBy | null => written,
  }
}
export type Tally = ReturnType<typeof createTally>

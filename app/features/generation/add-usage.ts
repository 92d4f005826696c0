import type { Usage } from './writer.ts'

/** What two calls took together; the model named is the first's. */
export function addUsage(one: Usage | null, other: Usage | null): Usage | null {
  if (!one || !other) return one ?? other
  return {
    ...other,
    ...one,
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    ...((one.byAnother || other.byAnother) && { byAnother: true }),
  }
}

import type { ChatAnswer, ChatRequest } from '../chat.ts'
import type { Read } from './call-once.ts'
import type { CallOnLine, ModelDoor } from './door.ts'
import type { Spend } from './spend.ts'

/**
 * One piece of work's way through a door, such as a run's of a generation. All its calls spend the same money, and none
 * begins with a provider that one before it has tried in vain. Both throw what the door throws.
 */
export type ModelLine = {
  stream<T>(request: ChatRequest, call: CallOnLine & { reader: () => Read<T> }): AsyncIterable<T>
  ask<T>(request: ChatRequest, call: CallOnLine & { read: (answer: ChatAnswer) => T }): Promise<T>
}

/** A line through a door; `spend` is null where nobody counts. */
export function openLine(door: ModelDoor, spend: Spend | null): ModelLine {
  const ours = { spend, givenUp: new Set<string>() }
  return {
    stream: (request, call) => door.stream(request, { ...call, ...ours }),
    ask: (request, call) => door.ask(request, { ...call, ...ours }),
  }
}

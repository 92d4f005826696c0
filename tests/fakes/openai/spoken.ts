export type FinishReason = 'stop' | 'length' | 'content_filter' | 'tool_calls' | null

/** What the model says. `fault` takes the place of an end: the answer breaks off there, with word of why. */
export type Spoken = {
  content: string
  refusal?: string
  finish: FinishReason
  fault?: { how: 'failed' | 'event'; code: string }
}

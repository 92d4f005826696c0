import type { FinishReason, Spoken } from './spoken.ts'

/** What the model says, before it is put on the wire. `refusal` takes the place of `content`. */
export type Answer = Spoken & { inputTokens: number; cachedTokens: number; outputTokens: number }

export const created = 1_790_000_000

function usageOf(answer: Answer) {
  return {
    prompt_tokens: answer.inputTokens,
    prompt_tokens_details: { cached_tokens: answer.cachedTokens },
    completion_tokens: answer.outputTokens,
    total_tokens: answer.inputTokens + answer.outputTokens,
  }
}

/** The body of an answer that isn't streamed. */
export function completionBody(answer: Answer, model: string, id: string): string {
  const refused = answer.refusal !== undefined
  return JSON.stringify({
    id,
    object: 'chat.completion',
    created,
    model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: refused ? null : answer.content,
          refusal: answer.refusal ?? null,
          annotations: [],
        },
        logprobs: null,
        finish_reason: answer.finish,
      },
    ],
    usage: usageOf(answer),
    system_fingerprint: 'fp_fake',
  })
}

/**
 * The server-sent events of a streamed answer, `charactersEach` UTF-16 units of text an event (so a surrogate pair may
 * well be torn over two). The stream ends with the finish reason, the usage when asked for, and `[DONE]`.
 */
export function completionEvents(
  answer: Answer,
  model: string,
  id: string,
  options: { charactersEach: number; withUsage: boolean },
): string[] {
  const event = (choices: unknown[], usage: unknown = null) => {
    const chunk = { id, object: 'chat.completion.chunk', created, model, choices }
    return `data: ${JSON.stringify(options.withUsage ? { ...chunk, usage } : chunk)}\n\n`
  }
  const choice = (delta: unknown, finish: FinishReason = null) => [
    { index: 0, delta, logprobs: null, finish_reason: finish },
  ]

  const events = [event(choice({ role: 'assistant', content: '', refusal: null }))]
  const field = answer.refusal === undefined ? 'content' : 'refusal'
  const text = answer.refusal ?? answer.content
  for (let at = 0; at < text.length; at += options.charactersEach) {
    events.push(event(choice({ [field]: text.slice(at, at + options.charactersEach) })))
  }
  if (answer.fault) {
    // Chat completions have one form for both kinds.
    events.push(
      `data: ${errorBody('The fake failed midway.', 'server_error', { code: answer.fault.code })}\n\n`,
    )
    return events
  }
  if (answer.finish !== null) events.push(event(choice({}, answer.finish)))
  if (options.withUsage) events.push(event([], usageOf(answer)))
  events.push('data: [DONE]\n\n')
  return events
}

/** OpenAI's shape of an error. */
export function errorBody(
  message: string,
  type: string,
  details: { code?: string | null; param?: string | null } = {},
): string {
  return JSON.stringify({
    error: { message, type, param: details.param ?? null, code: details.code ?? null },
  })
}

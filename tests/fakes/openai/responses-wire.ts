import { type Answer, created } from './wire.ts'

type Status = 'in_progress' | 'completed' | 'incomplete' | 'failed'

/** Why an answer is incomplete, in the words of the Responses API. */
const incompleteReasons = { length: 'max_output_tokens', content_filter: 'content_filter' } as const

function statusOf({ finish, fault }: Answer): Status {
  if (fault) return 'failed'
  return finish === 'length' || finish === 'content_filter' ? 'incomplete' : 'completed'
}

function partOf({ content, refusal }: Answer) {
  return refusal === undefined
    ? { type: 'output_text', annotations: [], logprobs: [], text: content }
    : { type: 'refusal', refusal }
}

function usageOf({ inputTokens, cachedTokens, outputTokens }: Answer) {
  return {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: cachedTokens },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: inputTokens + outputTokens,
  }
}

function messageItem(id: string, status: Status, content: unknown[]) {
  return {
    id: `msg_${id}`,
    type: 'message',
    status: status === 'failed' ? 'incomplete' : status,
    role: 'assistant',
    content,
  }
}

/** The `response` object as it stands at a moment: empty while in progress, with all that was said at the end. */
function responseObject(answer: Answer, model: string, id: string, status: Status) {
  const { finish, fault } = answer
  const reason =
    finish === 'length' || finish === 'content_filter' ? { reason: incompleteReasons[finish] } : null
  const isOver = status !== 'in_progress'
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: created,
    status,
    background: false,
    error: isOver && fault ? { code: fault.code, message: 'The fake failed midway.' } : null,
    incomplete_details: isOver ? reason : null,
    instructions: null,
    model,
    output: isOver && !fault ? [messageItem(id, status, [partOf(answer)])] : [],
    parallel_tool_calls: true,
    previous_response_id: null,
    store: false,
    temperature: 1,
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    truncation: 'disabled',
    usage: isOver && !fault ? usageOf(answer) : null,
    user: null,
    metadata: {},
  }
}

/** The body of an answer that isn't streamed. */
export function responseBody(answer: Answer, model: string, id: string): string {
  return JSON.stringify(responseObject(answer, model, id, statusOf(answer)))
}

/**
 * The server-sent events of a streamed response, `charactersEach` UTF-16 units of text a delta. Each is named, and
 * numbered by `sequence_number`; there is no end mark but the last event (completed, incomplete, failed or error), which
 * an answer without a finish lacks.
 */
export function responseEvents(answer: Answer, model: string, id: string, charactersEach: number): string[] {
  const events: string[] = []
  const event = (type: string, fields: Record<string, unknown>) => {
    const data = JSON.stringify({ type, sequence_number: events.length, ...fields })
    events.push(`event: ${type}\ndata: ${data}\n\n`)
  }
  const { content, refusal, finish, fault } = answer
  const response = (status: Status) => ({ response: responseObject(answer, model, id, status) })
  const place = { item_id: `msg_${id}`, output_index: 0, content_index: 0 }
  const [kind, field, text] =
    refusal === undefined
      ? (['output_text', 'text', content] as const)
      : (['refusal', 'refusal', refusal] as const)
  const logprobs = kind === 'output_text' ? { logprobs: [] } : {}

  event('response.created', response('in_progress'))
  event('response.in_progress', response('in_progress'))
  event('response.output_item.added', {
    output_index: 0,
    item: messageItem(id, 'in_progress', []),
  })
  const empty = { ...answer, content: '', ...(refusal !== undefined && { refusal: '' }) }
  event('response.content_part.added', { ...place, part: partOf(empty) })
  for (let at = 0; at < text.length; at += charactersEach) {
    event(`response.${kind}.delta`, { ...place, delta: text.slice(at, at + charactersEach), ...logprobs })
  }
  if (fault?.how === 'event') {
    event('error', { code: fault.code, message: 'The fake failed midway.', param: null })
  } else if (fault) {
    event('response.failed', response('failed'))
  } else if (finish !== null) {
    const status = statusOf(answer)
    event(`response.${kind}.done`, { ...place, [field]: text, ...logprobs })
    event('response.content_part.done', { ...place, part: partOf(answer) })
    const item = messageItem(id, status, [partOf(answer)])
    event('response.output_item.done', { output_index: 0, item })
    event(`response.${status}`, response(status))
  }
  return events
}

import type { ServerResponse } from 'node:http'
import { sendError } from './answer-json.ts'
import type { Behaviour } from './behaviours.ts'
import { play, playable } from './play.ts'
import type { ChatRequest } from './request-schema.ts'
import { responseBody, responseEvents } from './responses-wire.ts'
import { speak } from './speak.ts'
import { type Answer, completionBody, completionEvents } from './wire.ts'

/** The two endpoints that let a model write. */
export type ModelEndpoint = 'chat' | 'responses'

const usualCharactersEach = 16

/** Answers a request to write, on either endpoint, the way a behaviour says. */
export async function answerModel(
  response: ServerResponse,
  endpoint: ModelEndpoint,
  request: ChatRequest,
  behaviour: Behaviour,
  { number, writtenAt }: { number: number; writtenAt: number[] },
): Promise<void> {
  if (behaviour.kind === 'silent') return
  response.setHeader('x-request-id', `req_fake-${number}`)
  if (behaviour.kind === 'error') return sendError(response, behaviour)
  const type = request.stream ? 'text/event-stream; charset=utf-8' : 'application/json'
  response.setHeader('content-type', type)
  if (behaviour.kind === 'raw') return play(response, playable(behaviour.parts, behaviour), writtenAt)
  const spoken = speak(behaviour, request)
  if (spoken === null) return
  const answer = {
    ...spoken,
    cachedTokens: ('cachedTokens' in behaviour && behaviour.cachedTokens) || 0,
    inputTokens: Math.ceil(JSON.stringify(request.messages).length / 4),
    outputTokens: Math.ceil((spoken.content.length + (spoken.refusal?.length ?? 0)) / 4),
  }
  if (answer.fault && !request.stream && endpoint === 'chat') {
    response.removeHeader('content-type')
    return sendError(response, { kind: 'error', status: 500, code: answer.fault.code })
  }
  const parts = partsOf(endpoint, request, answer, number, behaviour.charactersEach ?? usualCharactersEach)
  await play(response, playable(parts, behaviour), writtenAt)
}

function partsOf(
  endpoint: ModelEndpoint,
  { model, stream, stream_options }: ChatRequest,
  answer: Answer,
  number: number,
  charactersEach: number,
): string[] {
  if (endpoint === 'responses') {
    const id = `fake-${number}`
    return stream ? responseEvents(answer, model, id, charactersEach) : [responseBody(answer, model, id)]
  }
  const id = `chatcmpl-fake-${number}`
  if (!stream) return [completionBody(answer, model, id)]
  const withUsage = stream_options?.include_usage ?? false
  return completionEvents(answer, model, id, { charactersEach, withUsage })
}

import type { ServerResponse } from 'node:http'
import { sendError } from './answer-json.ts'
import type { Behaviour } from './behaviours.ts'
import { type FlagWords, type ModerationRequest, moderationBody } from './moderations-wire.ts'
import { play, playable } from './play.ts'

/**
 * Answers a request for moderation. Of the behaviours the ones about a connection or a server count here, and
 * `malformed`; those about what a model says leave the answer as it is.
 */
export async function answerModeration(
  response: ServerResponse,
  request: ModerationRequest,
  behaviour: Behaviour,
  words: FlagWords,
  number: number,
): Promise<void> {
  if (behaviour.kind === 'silent') return
  response.setHeader('x-request-id', `req_fake-moderation-${number}`)
  if (behaviour.kind === 'error') return sendError(response, behaviour)
  response.setHeader('content-type', 'application/json')
  if (behaviour.kind === 'raw') return play(response, playable(behaviour.parts, behaviour))
  const body = moderationBody(request, words, `modr-fake-${number}`)
  const sent = behaviour.kind === 'malformed' ? `${body.slice(0, -2)},, "oops"` : body
  await play(response, playable([sent], behaviour))
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Behaviour } from './behaviours.ts'
import type { RequestFault } from './request-schema.ts'
import { errorBody } from './wire.ts'

export async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return undefined
  }
}

function sendJson(response: ServerResponse, status: number, body: string, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body)
}

/** Says what is wrong with a request, as OpenAI does. */
export function refuse(response: ServerResponse, status: number, fault: RequestFault): void {
  const { message, param, code } = fault
  sendJson(response, status, errorBody(message, 'invalid_request_error', { param, code }))
}

/** An error that the fake was told to answer with; the same on every endpoint. */
export function sendError(response: ServerResponse, told: Extract<Behaviour, { kind: 'error' }>): void {
  const type = told.status === 429 ? 'rate_limit_error' : 'server_error'
  const body = errorBody(told.message ?? 'The fake was told to fail.', type, { code: told.code })
  const wait = told.retryAfterSeconds
  sendJson(response, told.status, body, wait === undefined ? {} : { 'retry-after': String(wait) })
}

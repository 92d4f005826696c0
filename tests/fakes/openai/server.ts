import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Behaviour, behaviourOfModel, speak } from './behaviours.ts'
import { play, playable } from './play.ts'
import { type ChatRequest, parseChatRequest } from './request-schema.ts'
import { completionBody, completionEvents, errorBody } from './wire.ts'

/** One request to chat completions that the fake accepted. */
type SeenRequest = {
  body: ChatRequest
  headers: IncomingMessage['headers']
  /** Resolves when the exchange is over: by the fake's own end of the answer, or because the client went away. */
  over: Promise<'answered' | 'client-gone'>
}

export type FakeOpenAiOptions = {
  /** What to do with the first request, the second, and so on; after the last, as the model's name says. */
  script?: Behaviour[]
  /** Decides for each request; goes before `script`. `index` counts from 0. */
  respond?: (request: ChatRequest, index: number) => Behaviour
  /** The only key that is accepted as a bearer token. */
  apiKey?: string
  /** 0 takes a free port. */
  port?: number
}

export type FakeOpenAi = {
  /** The base URL to give a client, `/v1` included. */
  url: string
  apiKey: string
  /** All accepted requests, oldest first. */
  requests: SeenRequest[]
  close(): Promise<void>
}

async function readBody(request: IncomingMessage): Promise<unknown> {
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

function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  param: string | null = null,
): void {
  sendJson(response, status, errorBody(message, 'invalid_request_error', { param }))
}

async function answer(
  response: ServerResponse,
  request: ChatRequest,
  behaviour: Behaviour,
  id: string,
): Promise<void> {
  if (behaviour.kind === 'silent') return
  response.setHeader('x-request-id', `req_${id}`)
  if (behaviour.kind === 'error') {
    const type = behaviour.status === 429 ? 'rate_limit_error' : 'server_error'
    const body = errorBody(behaviour.message ?? 'The fake was told to fail.', type, { code: behaviour.code })
    const wait = behaviour.retryAfterSeconds
    sendJson(response, behaviour.status, body, wait === undefined ? {} : { 'retry-after': String(wait) })
    return
  }
  const type = request.stream ? 'text/event-stream; charset=utf-8' : 'application/json'
  response.setHeader('content-type', type)
  if (behaviour.kind === 'raw') {
    await play(response, playable(behaviour.parts, behaviour))
    return
  }
  const spoken = speak(behaviour, request)
  if (spoken === null) return
  const full = {
    ...spoken,
    inputTokens: Math.ceil(JSON.stringify(request.messages).length / 4),
    outputTokens: Math.ceil((spoken.content.length + (spoken.refusal?.length ?? 0)) / 4),
  }
  if (!request.stream) {
    await play(response, playable([completionBody(full, request.model, id)], behaviour))
    return
  }
  const events = completionEvents(full, request.model, id, {
    charactersEach: behaviour.charactersEach ?? 16,
    withUsage: request.stream_options?.include_usage ?? false,
  })
  await play(response, playable(events, behaviour))
}

/**
 * Starts a server on 127.0.0.1 that speaks OpenAI's wire protocol of chat completions: keys, request checks, streams,
 * errors, and every way for them to go wrong. `close` ends open connections too.
 */
export async function startFakeOpenAi(options: FakeOpenAiOptions = {}): Promise<FakeOpenAi> {
  const apiKey = options.apiKey ?? 'sk-fake'
  const requests: SeenRequest[] = []

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const over = new Promise<'answered' | 'client-gone'>((resolve) => {
      response.once('close', () => resolve(response.writableFinished ? 'answered' : 'client-gone'))
    })
    const path = new URL(request.url ?? '/', 'http://fake').pathname
    if (request.headers.authorization !== `Bearer ${apiKey}`) {
      const body = errorBody('Incorrect API key provided.', 'invalid_request_error', {
        code: 'invalid_api_key',
      })
      sendJson(response, 401, body)
      return
    }
    if (request.method !== 'POST' || path !== '/v1/chat/completions') {
      refuse(response, 404, `Invalid URL (${request.method} ${path})`)
      return
    }
    const body = parseChatRequest(await readBody(request))
    if (!('messages' in body)) {
      refuse(response, 400, body.message, body.param)
      return
    }
    const index = requests.push({ body, headers: request.headers, over }) - 1
    const behaviour =
      options.respond?.(body, index) ?? options.script?.[index] ?? behaviourOfModel(body.model)
    await answer(response, body, behaviour, `chatcmpl-fake-${index + 1}`)
  }
  // A client that goes away while it still sends makes the reading throw.
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The fake has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    apiKey,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

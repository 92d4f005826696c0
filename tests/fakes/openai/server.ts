import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readBody, refuse } from './answer-json.ts'
import { answerModel, type ModelEndpoint } from './answer-model.ts'
import { answerModeration } from './answer-moderation.ts'
import { type Behaviour, behaviourOfModel } from './behaviours.ts'
import { type FlagWords, type ModerationRequest, parseModerationRequest } from './moderations-wire.ts'
import { type ChatRequest, parseChatRequest } from './request-schema.ts'
import { asChatRequest, parseResponsesRequest } from './responses-request.ts'

/** One accepted request to write. */
type SeenRequest = {
  endpoint: ModelEndpoint
  /** As a chat completion, whichever endpoint it came to. */
  body: ChatRequest
  /** As it was sent. */
  sent: unknown
  headers: IncomingMessage['headers']
  /** When it had come, and when each piece of the answer was written, as `performance.now()`. */
  arrivedAt: number
  writtenAt: number[]
  /** Resolves when the exchange is over: by the fake's own end of the answer, or because the client went away. */
  over: Promise<'answered' | 'client-gone'>
}

export type FakeOpenAiOptions = {
  /** What to do with the first request, the second, and so on; after the last, as the model's name says. */
  script?: Behaviour[]
  /** Decides for each request; goes before `script`. `index` counts from 0. */
  respond?: (request: ChatRequest, index: number) => Behaviour
  /** Decides for each request for moderation; all is well without it. */
  moderate?: (request: ModerationRequest, index: number) => Behaviour
  /** Words that get a text flagged, each with the category. */
  flagWords?: FlagWords
  /** The only key that is accepted as a bearer token. */
  apiKey?: string
  /** 0 takes a free port. */
  port?: number
}

export type FakeOpenAi = {
  /** The base URL to give a client, `/v1` included. */
  url: string
  apiKey: string
  /** All accepted requests to write, oldest first. */
  requests: SeenRequest[]
  /** All accepted requests for moderation, oldest first. */
  moderations: ModerationRequest[]
  close(): Promise<void>
}

const modelEndpoints: Record<string, ModelEndpoint> = {
  '/v1/chat/completions': 'chat',
  '/v1/responses': 'responses',
}

/**
 * Starts a server on 127.0.0.1 that speaks OpenAI's wire protocol of chat completions, responses and moderations: keys,
 * request checks, streams, errors, and every way for them to go wrong. `close` ends open connections too.
 */
export async function startFakeOpenAi(options: FakeOpenAiOptions = {}): Promise<FakeOpenAi> {
  const apiKey = options.apiKey ?? 'sk-fake'
  const requests: SeenRequest[] = []
  const moderations: ModerationRequest[] = []

  const write = async (endpoint: ModelEndpoint, request: IncomingMessage, response: ServerResponse) => {
    const over = new Promise<'answered' | 'client-gone'>((resolve) => {
      response.once('close', () => resolve(response.writableFinished ? 'answered' : 'client-gone'))
    })
    const sent = await readBody(request)
    // Before it is looked at: how long that takes is the fake's own, and no wait for whoever asks.
    const arrivedAt = performance.now()
    const parsed = endpoint === 'chat' ? parseChatRequest(sent) : parseResponsesRequest(sent)
    if ('message' in parsed) return refuse(response, 400, parsed)
    const body = 'messages' in parsed ? parsed : asChatRequest(parsed)
    const writtenAt: number[] = []
    const seen = {
      endpoint,
      body,
      sent,
      headers: request.headers,
      arrivedAt,
      writtenAt,
      over,
    }
    const number = requests.push(seen)
    const scripted = options.respond?.(body, number - 1) ?? options.script?.[number - 1]
    await answerModel(response, endpoint, body, scripted ?? behaviourOfModel(body.model), {
      number,
      writtenAt,
    })
  }

  const moderate = async (request: IncomingMessage, response: ServerResponse) => {
    const body = parseModerationRequest(await readBody(request))
    if ('message' in body) return refuse(response, 400, body)
    const number = moderations.push(body)
    const behaviour = options.moderate?.(body, number - 1) ?? { kind: 'thread' }
    await answerModeration(response, body, behaviour, options.flagWords ?? {}, number)
  }

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://fake').pathname
    if (request.headers.authorization !== `Bearer ${apiKey}`) {
      const message = 'Incorrect API key provided.'
      return refuse(response, 401, { message, param: null, code: 'invalid_api_key' })
    }
    const endpoint = modelEndpoints[path]
    if (request.method === 'POST' && endpoint) return write(endpoint, request, response)
    if (request.method === 'POST' && path === '/v1/moderations') return moderate(request, response)
    refuse(response, 404, { message: `Invalid URL (${request.method} ${path})`, param: null })
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
    moderations,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

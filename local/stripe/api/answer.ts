import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { apiVersion } from '../api-version.ts'
import { readBody } from '../read-body.ts'
import { invalid, StripeFault } from '../stripe-fault.ts'
import { newId, type WorldInside } from '../world.ts'
import { expandAll } from './expand.ts'
import { type Fault, takeFault } from './faults.ts'
import { readForm } from './form.ts'
import type { Answer, Idempotency } from './idempotency.ts'
import { expand, parse } from './parameters.ts'
import { findRoute, type Route } from './route.ts'
import { routes } from './routes.ts'

/** A request of the SDK as it came, for a test to look at. */
export type ReceivedRequest = {
  id: string
  method: string
  path: string
  /** The fields as they were encoded, of the query and the body. */
  fields: Record<string, string>
  idempotencyKey: string | null
  apiVersion: string | null
  /** What was answered; null where nothing was. */
  status: number | null
  replayed: boolean
}

export type Api = {
  world: WorldInside
  secretKey: string
  idempotency: Idempotency
  faults: Fault[]
  requests: ReceivedRequest[]
  /** Lets everything happen that has come due. */
  catchUp(): void
}

/** How many of the requests are remembered. */
const remembered = 1000

/** Answers a request of the SDK as Stripe does. */
export async function answerApi(api: Api, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stand-in')
  const body = await readBody(request)
  const method = request.method ?? 'GET'
  const requestId = newId('req', 14)
  const fields = new URLSearchParams([...url.searchParams, ...new URLSearchParams(body)])
  const key = method === 'POST' ? one(request.headers['idempotency-key']) : null
  const received: ReceivedRequest = {
    id: requestId,
    method,
    path: url.pathname,
    fields: Object.fromEntries(fields),
    idempotencyKey: key,
    apiVersion: one(request.headers['stripe-version']),
    status: null,
    replayed: false,
  }
  api.requests.push(received)
  api.requests.splice(0, api.requests.length - remembered)

  const fault = takeFault(api.faults, request, url.pathname)
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'close-before') return void response.destroy()
  const answered = await answerOf(api, { request, requestId, key, fields, fault, path: url.pathname, body })
  if (fault?.kind === 'close-after') return void response.destroy()
  received.status = answered.status
  received.replayed = answered.headers['idempotent-replayed'] === 'true'
  response.writeHead(answered.status, {
    'content-type': 'application/json',
    'request-id': requestId,
    'stripe-version': apiVersion,
    ...(key !== null && { 'idempotency-key': key }),
    ...answered.headers,
  })
  response.end(answered.body)
}

type Request = {
  request: IncomingMessage
  requestId: string
  key: string | null
  path: string
  fields: URLSearchParams
  body: string
  fault: Fault | null
}
type Answered = Answer & { headers: Record<string, string> }

async function answerOf(api: Api, asked: Request): Promise<Answered> {
  const { request, requestId, key, path, fields, fault, body } = asked
  try {
    assertKey(request.headers.authorization, api.secretKey)
    assertVersion(one(request.headers['stripe-version']))
    if (fault) throwFault(fault)
    const found = findRoute(routes, request.method ?? 'GET', path)
    if (!found) throw unknownPath(request, path)
    const begun = key === null ? null : api.idempotency.begin(key, { path, body, requestId })
    if (begun?.kind === 'replay')
      return {
        ...begun.answer,
        headers: { 'idempotent-replayed': 'true', 'original-request': begun.requestId },
      }
    try {
      if (fault?.kind === 'slow') await sleep(fault.ms)
      const answer = carryOut(api, found, asked)
      // What was refused before anything began may be asked again with the same key.
      begun?.end(answer.status === 400 ? null : answer)
      return { ...answer, headers: {} }
    } catch (error) {
      begun?.end(null)
      throw error
    }
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error
    const wait = fault?.kind === 'rate-limit' ? fault.retryAfterSeconds : undefined
    const headers: Record<string, string> = wait === undefined ? {} : { 'retry-after': String(wait) }
    return { status: error.status, body: json(error.body(requestId)), headers }
  }

  function carryOut(api: Api, { route, id }: { route: Route; id: string }, asked: Request): Answer {
    try {
      api.catchUp()
      const { world } = api
      const run = () => {
        const parameters = readForm(fields)
        const { expand: paths } = parse(z.looseObject({ expand }), parameters)
        const whole = structuredClone(route.answer({ world, id, path: asked.path, parameters }))
        expandAll(world, whole, paths ?? [])
        return whole
      }
      const answer = route.method === 'GET' ? run() : world.work({ id: requestId, key }, run)
      return { status: 200, body: json(answer) }
    } catch (error) {
      if (!(error instanceof StripeFault)) throw error
      return { status: error.status, body: json(error.body(requestId)) }
    }
  }
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null)

function assertKey(given: string | undefined, expected: string): void {
  const key = /^Bearer (.+)$/.exec(given ?? '')?.[1]
  if (key === undefined)
    throw new StripeFault(
      401,
      'invalid_request_error',
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    )
  const [a, b] = [Buffer.from(key), Buffer.from(expected)]
  if (a.length !== b.length || !timingSafeEqual(a, b))
    throw new StripeFault(401, 'invalid_request_error', `Invalid API Key provided: ${key.slice(0, 8)}***`)
}

function assertVersion(given: string | null): void {
  if (given !== apiVersion)
    throw invalid(`Invalid Stripe API version: ${given ?? 'none'}. The stand-in speaks ${apiVersion}.`)
}

function throwFault(fault: Fault): void {
  if (fault.kind === 'rate-limit')
    throw new StripeFault(429, 'invalid_request_error', 'Too many requests hit the API too quickly.', {
      code: 'rate_limit',
    })
  if (fault.kind === 'error')
    throw new StripeFault(
      fault.status,
      'api_error',
      'An unknown error occurred: the stand-in was told to fail.',
    )
}

const unknownPath = (request: IncomingMessage, path: string) =>
  new StripeFault(
    404,
    'invalid_request_error',
    `Unrecognized request URL (${request.method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  )

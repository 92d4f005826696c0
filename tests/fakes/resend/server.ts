import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { seconds } from '#app/platform/durations.ts'
import type { Behaviour } from './behaviours.ts'
import { createKeys } from './keys.ts'

const mailSchema = z.object({
  from: z.string(),
  to: z.union([z.string(), z.array(z.string())]),
  subject: z.string(),
  text: z.string().optional(),
  html: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  tags: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
})
/** A message that was taken, which stands for one in a mailbox. */
type TakenMail = z.infer<typeof mailSchema> & { id: string; key: string }

type FakeOptions = {
  /** Which request it is, from 1, and its key. */
  respond?: (request: { number: number; key: string }) => Behaviour
  /** The most it takes in a second before it answers 429; without end without it. */
  perSecond?: number
  now?: () => number
}

/** A server that speaks Resend's `POST /emails`, its refusals, its rate and its idempotency keys. */
export async function startFakeResend({ respond, perSecond, now = Date.now }: FakeOptions = {}) {
  const apiKey = `re_${randomUUID()}`
  const keys = createKeys(now)
  const mails: TakenMail[] = []
  const requests: { key: string; at: number; status: number | 'none' }[] = []
  let behave = respond ?? (() => ({ kind: 'take' }) as const)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const key = String(request.headers['idempotency-key'] ?? '')
    const noted = { key, at: now(), status: 'none' as number | 'none' }
    requests.push(noted)
    const say = (status: number, said: object, headers: Record<string, string> = {}) => {
      noted.status = status
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(said))
    }
    const refuse = (statusCode: number, name: string, headers?: Record<string, string>) =>
      say(statusCode, { statusCode, name, message: `${name} of the fake` }, headers)
    const body = await text(request)
    const does = behave({ number: requests.length, key })
    if (does.kind === 'silent') return
    if (does.kind === 'drop-before-taking') return void request.socket.destroy()
    if (does.kind === 'broken-page') {
      noted.status = does.status
      return void response.writeHead(does.status, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>')
    }
    if (does.kind === 'refuse')
      return refuse(
        does.status,
        does.name,
        does.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(does.retryAfterSeconds) },
      )
    const lately = requests.filter(({ at, status }) => now() - at < seconds(1) && status !== 429)
    if (perSecond !== undefined && lately.length > perSecond)
      return refuse(429, 'rate_limit_exceeded', { 'Retry-After': '1' })
    if (request.headers.authorization !== `Bearer ${apiKey}`) return refuse(403, 'invalid_api_key')
    if (request.method !== 'POST' || request.url !== '/emails') return refuse(404, 'not_found')
    if (key.length > 256) return refuse(400, 'invalid_idempotency_key')
    const mail = mailSchema.safeParse(JSON.parse(body)).data
    if (!mail || [mail.to].flat().some((to) => !/^[\x21-\x7e]+@[\x21-\x7e]+$/.test(to)))
      return refuse(422, 'validation_error')
    const verdict = keys.look(key, body)
    if (verdict.kind === 'at-work') return refuse(409, 'concurrent_idempotent_requests')
    if (verdict.kind === 'other') return refuse(409, 'invalid_idempotent_request')
    const id = verdict.kind === 'known' ? verdict.id : randomUUID()
    if (verdict.kind === 'new') {
      mails.push({ ...mail, id, key })
      keys.keep(key, body, id)
    }
    if (does.kind === 'drop-after-taking') return void request.socket.destroy()
    if (does.kind === 'take-slowly') {
      keys.begin(key)
      await sleep(does.ms, undefined, { ref: false })
      keys.end(key)
    }
    say(200, { id })
  }

  const server = createServer(
    (request, response) => void answer(request, response).catch(() => request.socket.destroy()),
  )
  let port = 0
  async function open(): Promise<void> {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    port = typeof address === 'object' && address ? address.port : 0
  }
  async function close(): Promise<void> {
    server.closeAllConnections()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  await open()
  return {
    url: `http://127.0.0.1:${port}`,
    apiKey,
    mails,
    requests,
    behave: (given: NonNullable<FakeOptions['respond']>) => {
      behave = given
    },
    /** Opens it again at the same address, as a server that comes back. */
    open,
    close,
  }
}
export type FakeResend = Awaited<ReturnType<typeof startFakeResend>>

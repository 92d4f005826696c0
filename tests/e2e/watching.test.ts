import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { freePort } from '#local/free-port.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { startCollectors } from '#tests/fakes/collectors.ts'
import { startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { startFakeResend } from '#tests/fakes/resend/server.ts'
import { spawned } from '#tests/setup/spawned.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const database = cloneTestDatabase()
const secret = () => randomBytes(20).toString('hex')
const metricsToken = secret()
/** What must not be written down or sent by anything that watches. */
const canaries = {
  session: secret(),
  encryption: secret(),
  metricsToken,
  cookie: `cookie${secret()}`,
  authorization: secret(),
  query: `q${secret()}`,
  password: `pass ${secret()}`,
  email: `canary.${randomBytes(6).toString('hex')}@example.com`,
  article: 'The canary sings of nothing that anybody else should hear.',
}
const own = { ...canaries, email: canaries.email.split('@', 1)[0] ?? '' }

type Collectors = Awaited<ReturnType<typeof startCollectors>>
type Spawned = Awaited<ReturnType<typeof spawned>>
let collectors: Collectors
let model: Awaited<ReturnType<typeof startFakeOpenAi>>
let resend: Awaited<ReturnType<typeof startFakeResend>>
let web: Spawned
let worker: Spawned
let address = ''
let workerAddress = ''
const uploads = mkdtempSync(join(tmpdir(), 'threadr-watching-'))

beforeAll(async () => {
  ;[collectors, model, resend] = await Promise.all([startCollectors(), startFakeOpenAi(), startFakeResend()])
  const [port, monitoringPort] = [await freePort(), await freePort()]
  address = `http://localhost:${port}`
  workerAddress = `http://localhost:${monitoringPort}`
  const env = {
    THREADR_ENV: 'local',
    NODE_ENV: 'production',
    LOG_LEVEL: 'trace',
    LIMITS_FACTOR: '1000',
    PORT: String(port),
    MONITORING_PORT: String(monitoringPort),
    METRICS_TOKEN: metricsToken,
    DRAIN_SECONDS: '1',
    SESSION_SECRET: canaries.session,
    ENCRYPTION_KEY: canaries.encryption,
    STORAGE_FOLDER: uploads,
    OPENAI_API_KEY: model.apiKey,
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'fake',
    RESEND_API_KEY: resend.apiKey,
    RESEND_BASE_URL: resend.url,
    MAIL_FROM: 'Threadr <mail@threadr.example>',
    OTEL_EXPORTER_OTLP_ENDPOINT: collectors.otlp,
    SENTRY_DSN: collectors.dsn,
  }
  const started = [
    spawned('build/server/web.js', { ...env, DATABASE_URL: database.appUrl }),
    spawned('build/server/worker.js', { ...env, DATABASE_URL: database.ownerUrl }),
  ] as const
  ;[web, worker] = await Promise.all(started)
})
afterAll(async () => {
  web?.stop()
  worker?.stop()
  await Promise.all([web?.ended, worker?.ended])
  await Promise.all([collectors?.close(), model?.close(), resend?.close()])
  rmSync(uploads, { recursive: true })
})

const hostile = {
  Cookie: `visitor=${canaries.cookie}; other=${canaries.cookie}`,
  Authorization: `Bearer ${canaries.authorization}`,
}
async function post(path: string, fields: Record<string, string>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const answer = await fetch(address + path, { method: 'POST', body, headers: hostile, redirect: 'manual' })
  return { status: answer.status, requestId: answer.headers.get('x-request-id') ?? '', answer }
}

const lineSchema = z.looseObject({
  msg: z.string(),
  requestId: z.string().optional(),
  job: z.string().optional(),
})
const linesOf = (process: Spawned) =>
  process
    .log()
    .split('\n')
    // What comes after the last of them has not come whole yet.
    .slice(0, -1)
    .map((line) => lineSchema.parse(JSON.parse(line)))
const jobsOf = (requestId: string) =>
  linesOf(worker).flatMap((line) => (line.requestId === requestId && line.job ? [line.job] : []))
const scraped = async (from: string) => {
  const answer = await fetch(`${from}/metrics`, { headers: { Authorization: `Bearer ${metricsToken}` } })
  return answer.status === 200 ? (await answer.text()).split('\n') : []
}
const patience = { timeout: 20_000 }

describe('what a request led to', () => {
  test('is told by one id, from the page by the job to the model, and in one trace', async () => {
    const { status, requestId } = await post(`/?index&token=${canaries.query}`, {
      source: `${bridgeArticle}\n\n${canaries.article}`,
    })
    expect(status).toBe(302)
    await expect.poll(() => jobsOf(requestId), patience).toContain('generate_thread')
    expect(linesOf(web)).toContainEqual(
      expect.objectContaining({ requestId, route: 'routes/_index', method: 'POST', status: 302 }),
    )
    expect(model.requests.length).toBeGreaterThan(0)
    for (const { headers } of model.requests) expect(headers['x-client-request-id']).toBe(requestId)

    const named = (name: string) => collectors.spans().find((span) => span.name === name)
    await expect.poll(() => named('job generate_thread'), patience).toBeDefined()
    const [request, job] = [named('POST routes/_index'), named('job generate_thread')]
    const traced = collectors.spans().filter(({ traceId }) => traceId === request?.traceId)
    const within = (inner: string | undefined) => traced.find(({ spanId }) => spanId === inner)
    expect(within(job?.parentSpanId)?.name).toBe('POST routes/_index')
    const asked = traced.find(({ name }) => name === 'model thread')
    expect(within(asked?.parentSpanId)?.name).toBe('job generate_thread')
    const names = traced.map(({ name }) => name)
    expect(names).toContain(`POST ${new URL(model.url).host}`)
    expect(names).toContain('insert')
  })

  test('is told by one id from the form by two jobs to the mail', async () => {
    const { requestId } = await post('/sign-up', { email: canaries.email, password: canaries.password })
    await expect.poll(() => jobsOf(requestId), patience).toContain('send_mail')
    expect(jobsOf(requestId)).toContain('answer_account_request')
    expect(linesOf(worker)).toContainEqual(expect.objectContaining({ requestId, msg: 'a message was sent' }))
    expect(resend.mails.flatMap(({ to }) => to)).toContain(canaries.email)
  })
})

test('an error of ours is reported with its request and its stack', async () => {
  await database.owner.pool.query('alter table threads rename to threads_away')
  const answer = await fetch(`${address}/threads?find=${canaries.query}`, { headers: hostile })
  await database.owner.pool.query('alter table threads_away rename to threads')
  expect(answer.status).toBe(500)
  const requestId = answer.headers.get('x-request-id') ?? ''
  await expect.poll(() => collectors.envelopes.join('\n'), patience).toContain(requestId)
  const event = collectors.envelopes.find((each) => each.includes(requestId)) ?? ''
  expect(event).toContain('"environment":"local"')
  expect(event).toContain('"stacktrace"')
  // By the sources, not by what was built of them.
  expect(event).toMatch(/"filename":"[^"]*app\/features\/threads\/[\w/-]+\.ts"/)
  expect(event).not.toMatch(/"(request|server_name|ip_address|breadcrumbs|modules)"/)
})

test('what web and worker count can be scraped with the token alone', async () => {
  for (const from of [address, workerAddress]) expect((await fetch(`${from}/metrics`)).status).toBe(404)
  const [ofWeb, ofWorker] = [await scraped(address), await scraped(workerAddress)]
  expect(ofWeb).toContain('threadr_http_requests_total{route="routes/_index",method="POST",status="3xx"} 1')
  expect(ofWeb).toContain(
    'threadr_http_requests_total{route="routes/threads._index",method="GET",status="5xx"} 1',
  )
  expect(ofWeb).toContain('threadr_pool_connections{state="waiting"} 0')
  expect(ofWorker).toContain('threadr_jobs_total{task="generate_thread",outcome="done"} 1')
  expect(ofWorker).toContain('threadr_threads_total{outcome="ready"} 1')
  expect(ofWorker).toContain('threadr_mails_total{outcome="sent"} 1')
  expect(ofWorker.join('\n')).toMatch(/^threadr_model_calls_total\{model="fake",outcome="ok"\} [1-9]/m)
  expect((await fetch(`${workerAddress}/readyz`)).status).toBe(200)
  expect((await fetch(`${workerAddress}/${randomUUID()}`)).status).toBe(404)
})

test('a web process that is asked to stop says so, serves on for a while, and has sent all it had to', async () => {
  const spansBefore = collectors.spans().length
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  web.stop()
  await expect.poll(async () => (await fetch(`${address}/readyz`)).status).toBe(503)
  const page = await fetch(`${address}/pricing`)
  expect([page.status, page.headers.get('connection')]).toEqual([200, 'close'])
  expect(await web.ended).toEqual([0, null])
  await expect(fetch(`${address}/healthz`)).rejects.toThrow()
  expect(
    collectors
      .spans()
      .slice(spansBefore)
      .map(({ name }) => name),
  ).toContain('GET routes/pricing')
})

test('nothing of it all holds a secret, an address of mail, or what somebody wrote', async () => {
  worker.stop()
  expect(await worker.ended).toEqual([0, null])
  const kept = { ...own, model: model.apiKey, resend: resend.apiKey }
  for (const [name, canary] of Object.entries(kept))
    for (const [where, written] of Object.entries({
      web: web.log(),
      worker: worker.log(),
      sent: collectors.raw.join('\n'),
    }))
      expect(written.includes(canary), `${name} stands in ${where}`).toBe(false)
})

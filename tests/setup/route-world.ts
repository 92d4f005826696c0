import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppLoadContext } from '@remix-run/node'
import { afterAll } from 'vitest'
import { createStorage } from '#app/integrations/storage/storage.ts'
import { readEnv } from '#app/platform/env.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import { createMetrics } from '#app/platform/metrics/create-metrics.ts'
import { createInProcessRedis } from '#app/platform/redis/in-process.ts'
import { noReplica } from '#app/platform/replica/create-replica.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import type { TestDatabase } from './test-database.ts'

/** Where the files of a test file's browsers are kept. */
const uploads = mkdtempSync(join(tmpdir(), 'threadr-uploads-'))
afterAll(() => rmSync(uploads, { recursive: true, force: true }))

/**
 * A browser that keeps its cookies, asking loaders and actions as the server would, with the web process's rights. `ip` is its
 * address; limits are wide unless LIMITS_FACTOR is set.
 */
export function browserOf(
  database: TestDatabase,
  { ip = '192.0.2.7', ...variables }: Record<string, string> & { ip?: string } = {},
) {
  const jar = new Map<string, string>()
  const stopping = new AbortController()
  const env = readEnv({
    THREADR_ENV: 'test',
    DATABASE_URL: database.appUrl,
    SESSION_SECRET: 'a-session-secret-of-the-tests-0001',
    STORAGE_FOLDER: uploads,
    LIMITS_FACTOR: '1000',
    ...variables,
  })
  const storage = createStorage(env.storage)
  const redis = createInProcessRedis()
  const sealer = createSealer(env.encryptionKeys)
  const metrics = createMetrics({ ofProcess: false })
  const context = (): AppLoadContext => ({
    env,
    database: database.app,
    replica: noReplica(database.app),
    readStale: (read) => read(database.app),
    async noteWrite() {},
    notifications: database.notifications,
    logger: database.logger,
    metrics,
    storage,
    redis,
    limits: createLimits({
      pool: database.app.pool,
      redis,
      logger: database.logger,
      secret: env.sessionSecret,
      factor: env.limitsFactor,
    }),
    ip,
    sealer,
    stopping: stopping.signal,
    cspNonce: 'nonce',
  })

  async function request<Answer>(
    route: (args: {
      request: Request
      params: Record<string, string>
      context: AppLoadContext
    }) => Promise<Answer>,
    url: string,
    { params = {}, form }: { params?: Record<string, string>; form?: Record<string, string | File> } = {},
  ): Promise<Answer> {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = new Headers(cookies ? { Cookie: cookies } : {})
    const body = form && formData(form)
    const answer = await route({
      request: new Request(
        new URL(url, 'http://localhost:3000'),
        body ? { method: 'POST', headers, body } : { headers },
      ),
      params,
      context: context(),
    })
    keepCookies(jar, headersOf(answer))
    return answer
  }
  return { request, context, storage, redis, sealer, jar, stop: () => stopping.abort() }
}

function keepCookies(jar: Map<string, string>, headers: Headers | null): void {
  for (const cookie of headers?.getSetCookie() ?? []) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (/; Max-Age=0/i.test(cookie)) jar.delete(name)
    else jar.set(name, value)
  }
}

/** The headers of what a loader or action answered, be it a Response or data with an init. */
function headersOf(answer: unknown): Headers | null {
  if (answer instanceof Response) return answer.headers
  if (typeof answer !== 'object' || answer === null || !('init' in answer)) return null
  const { init } = answer
  return typeof init === 'object' && init !== null && 'headers' in init
    ? new Headers(init.headers as HeadersInit)
    : null
}

function formData(fields: Record<string, string | File>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

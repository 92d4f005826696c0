import type { Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll } from 'vitest'
import { z } from 'zod'
import { makeKey } from '#app/features/accounts/api-keys/make-key.ts'
import { type ApiScope, apiScopes } from '#app/features/accounts/api-keys/scopes.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { closeServer, listen } from '#app/platform/listen.server.ts'
import * as keySet from '#app/routes/[.]well-known.jwks[.]json.ts'
import * as nothing from '#app/routes/api.v1.$.ts'
import * as openApi from '#app/routes/api.v1.openapi[.]json.ts'
import * as threads from '#app/routes/api.v1.threads.ts'
import * as progress from '#app/routes/api.v1.threads_.$threadId.progress.ts'
import * as thread from '#app/routes/api.v1.threads_.$threadId.ts'
import * as tweet from '#app/routes/api.v1.threads_.$threadId.tweets.$tweetId.ts'
import * as token from '#app/routes/api.v1.token.ts'
import { createApp } from '#server/create-app.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { accountWorld } from './account-world.ts'
import { jobOf, runDependencies } from './generation-world.ts'
import { browserOf } from './route-world.ts'
import type { TestDatabase } from './test-database.ts'

const modules = {
  'api/v1/threads': threads,
  'api/v1/threads/:threadId': thread,
  'api/v1/threads/:threadId/progress': progress,
  'api/v1/threads/:threadId/tweets/:tweetId': tweet,
  'api/v1/token': token,
  'api/v1/openapi.json': openApi,
  '.well-known/jwks.json': keySet,
  'api/v1/*': nothing,
}

/**
 * The API's routes as a build of their own: what is asked goes the server's whole way. Its type wants a page of every
 * module, though what has none is how the server knows that an answer is one already.
 */
const build = z.custom<ServerBuild>().parse({
  routes: Object.fromEntries(
    Object.entries(modules).map(([path, module]) => [path, { id: path, path, module }]),
  ),
  entry: { module: { default: () => new Response(null, { status: 500 }) } },
  assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
    unstable_optimizeDeps: false,
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  isSpaMode: false,
  mode: 'production',
})

export type Asked = {
  method?: string
  token?: string
  /** Sent as JSON; a text as it is. */
  json?: unknown
  headers?: Record<string, string>
}

const bodySchema = z.record(z.string(), z.unknown())

/** The API behind the real server, over a test database, and people who use it. */
export function apiWorld(database: TestDatabase, variables: Record<string, string> = {}) {
  const accounts = accountWorld(database)
  let server: Server | undefined
  let address = ''
  beforeAll(async () => {
    const context = browserOf(database, variables).context()
    server = await listen(createApp({ context, build, assets: [] }), { port: 0, host: '127.0.0.1' })
    const bound = server.address()
    if (bound === null || typeof bound === 'string') throw new Error('no port')
    address = `http://127.0.0.1:${bound.port}`
  })
  afterAll(async () => {
    if (server) await closeServer(server)
  })

  /** Asks the API; `body` is what it answered in JSON, empty where it answered nothing. */
  async function ask(path: string, { method = 'GET', token, json, headers = {} }: Asked = {}) {
    const answer = await fetch(address + path, {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined && { body: typeof json === 'string' ? json : JSON.stringify(json) }),
    })
    const text = await answer.text()
    const body = text === '' ? {} : bodySchema.parse(JSON.parse(text))
    return { status: answer.status, headers: answer.headers, body }
  }

  /** A new key of somebody's. */
  const keyOf = async (userId: string, scopes: ApiScope[] = [...apiScopes]) => {
    const { token } = await makeKey(
      { prisma: database.app.prisma, sealer: accounts.sealer, appUrl: 'https://threadr.example' },
      { userId, name: 'Test', scopes, origin: { ip: '192.0.2.7', userAgent: null } },
    )
    return token
  }
  /** Somebody, with a key that may do everything. */
  async function holder() {
    const who = await accounts.person()
    return { ...who, owner: { userId: who.userId }, token: await keyOf(who.userId) }
  }
  /** Somebody with a key and a thread that is ready. */
  async function author() {
    const who = await holder()
    const { threadId, generationId } = await submitted(database.app.prisma, { owner: who.owner })
    await runGeneration(runDependencies(database), jobOf(generationId))
    const tweets = await database.owner.prisma.tweet.findMany({
      where: { threadId },
      orderBy: { position: 'asc' },
    })
    return { ...who, threadId, tweetIds: tweets.map(({ id }) => id), at: `/api/v1/threads/${threadId}` }
  }
  return { ...accounts, ask, keyOf, holder, author }
}

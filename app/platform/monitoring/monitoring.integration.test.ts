import { request as ask, createServer } from 'node:http'
import { Registry } from 'prom-client'
import { afterEach, describe, expect, test } from 'vitest'
import { migrationFiles } from '#prisma/migration-files.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { closeServer, listen } from '../listen.server.ts'
import { createMonitoring } from './monitoring.ts'
import { ownMigrations } from './own-migrations.ts'
import { createReadiness } from './readiness.ts'

const database = cloneTestDatabase()
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

type Given = { metricsToken?: string; trustedProxies?: number; migrations?: string[] }

/** A process that is watched, with the web process's rights. */
async function watched({ metricsToken, trustedProxies = 0, migrations = ownMigrations() }: Given = {}) {
  const readiness = createReadiness({ pool: database.app.pool, migrations })
  const registry = new Registry()
  const monitoring = createMonitoring({
    readiness,
    registry,
    metricsToken: metricsToken ?? null,
    trustedProxies,
  })
  const server = await listen(
    (request, response) => {
      if (!monitoring.answer(request, response)) response.writeHead(404).end('not here')
    },
    { port: 0, host: '127.0.0.1' },
  )
  closers.push(() => closeServer(server))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const sent = ask({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => {
          body += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      })
      sent.on('error', reject)
      sent.end()
    })
  return { get, readiness }
}

describe('a probe', () => {
  test('hears that the process lives and is ready, and from the stop on that it is not', async () => {
    const { get, readiness } = await watched()
    expect(await get('/healthz')).toEqual({ status: 200, body: '{"status":"alive"}\n' })
    expect(await get('/readyz')).toEqual({ status: 200, body: '{"status":"ready"}\n' })
    expect(await get('/readyz', {}, 'HEAD')).toEqual({ status: 200, body: '' })
    readiness.beginStop()
    expect(await get('/readyz')).toMatchObject({ status: 503, body: expect.stringContaining('stopping') })
    expect((await get('/healthz')).status).toBe(200)
  })

  test('hears that the database was not migrated to this version', async () => {
    const names = migrationFiles().map(({ name }) => name)
    expect(ownMigrations().toSorted()).toEqual(names)
    const { get } = await watched({ migrations: [...names, '29990101000000_next'] })
    expect(await get('/readyz')).toMatchObject({ status: 503, body: expect.stringContaining('migrations') })
  })

  test('hears that the database does not answer', async () => {
    const readiness = createReadiness({
      pool: Object.assign(Object.create(database.app.pool), {
        query: () => Promise.reject(new Error('refused')),
      }),
      migrations: [],
    })
    expect(await readiness.whyNot()).toBe('database')
  })

  test('changes nothing: other methods are not answered', async () => {
    const { get } = await watched()
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect((await get(path, {}, 'POST')).status).toBe(404)
  })
})

describe('the metrics', () => {
  const token = 'a-token-of-the-tests-0001'
  const own = { Host: 'localhost' }

  test('are for who asks from this computer itself', async () => {
    const { get } = await watched()
    expect((await get('/metrics', own)).status).toBe(200)
  })

  test.each([
    ['X-Forwarded-For', '127.0.0.1'],
    ['X-Forwarded-Host', 'localhost'],
    ['Forwarded', 'for=127.0.0.1'],
    ['X-Real-IP', '127.0.0.1'],
    ['Via', '1.1 cache'],
    ['Host', 'threadr.example'],
    ['Host', 'localhost.threadr.example'],
  ])('are not there for who comes with %s: %s', async (name, value) => {
    const { get } = await watched()
    expect(await get('/metrics', { ...own, [name]: value })).toEqual({ status: 404, body: 'not here' })
  })

  test('are not there for anybody without the token where there are proxies, or a token is set', async () => {
    expect((await (await watched({ trustedProxies: 1 })).get('/metrics', own)).status).toBe(404)
    const { get } = await watched({ metricsToken: token, trustedProxies: 1 })
    expect((await get('/metrics', own)).status).toBe(404)
    for (const authorization of ['', 'Bearer ', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, token])
      expect((await get('/metrics', { ...own, Authorization: authorization })).status).toBe(404)
    const given = {
      Authorization: `Bearer ${token}`,
      'X-Forwarded-For': '203.0.113.7',
      Host: 'threadr.example',
    }
    expect((await get('/metrics', given)).status).toBe(200)
  })
})

test('a port that is taken is told with the setting that chooses it', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  closers.push(() => closeServer(other))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(listen(() => {}, { port, host: '127.0.0.1', setting: 'MONITORING_PORT' })).rejects.toThrow(
    `Port ${port} is taken by another program: set MONITORING_PORT`.replace(': set', ': stop it, or set'),
  )
})

import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { type Asked, apiWorld } from '#tests/setup/api-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const database = cloneTestDatabase()
const world = apiWorld(database, { API_ORIGINS: 'https://app.example, http://localhost:5173' })
type Author = Awaited<ReturnType<typeof world.author>>

/** Everything that can be asked about somebody's threads, with what it needs to be let through. */
const everything = ({
  at,
  tweetIds: [tweetId],
}: Pick<Author, 'at' | 'tweetIds'>): [string, Asked, 'read' | 'write'][] => [
  ['/api/v1/threads', {}, 'read'],
  ['/api/v1/threads', { method: 'POST', json: { text: bridgeArticle } }, 'write'],
  [at, {}, 'read'],
  [`${at}/progress`, {}, 'read'],
  [
    `${at}/tweets/${tweetId}`,
    { method: 'PATCH', json: { isLocked: true }, headers: { 'If-Match': '"1"' } },
    'write',
  ],
  [at, { method: 'PATCH', json: { title: 'Mine' }, headers: { 'If-Match': '"1"' } }, 'write'],
  [at, { method: 'DELETE' }, 'write'],
]
const print = async () =>
  JSON.stringify(await database.owner.prisma.tweet.findMany({ orderBy: { id: 'asc' } }))

describe('who asks', () => {
  test('without a key gets nothing, and is told what to send', async () => {
    const author = await world.author()
    for (const [path, asked] of everything(author)) {
      const { status, headers, body } = await world.ask(path, asked)
      expect(status).toBe(401)
      expect(headers.get('WWW-Authenticate')).toBe('Bearer realm="Threadr"')
      expect(headers.get('Content-Type')).toBe('application/problem+json')
      expect(body).toMatchObject({ code: 'not-signed-in', status: 401, title: 'Unauthorized' })
      expect(body.type).toMatch(/\/api#not-signed-in$/)
    }
  })

  test('with a cookie alone gets nothing, from our own pages and from others', async () => {
    const author = await world.author()
    const browser = world.browser()
    await world.signIn(browser, author)
    const Cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    expect(Cookie).toContain('session-')
    const before = await print()
    const places: Record<string, string>[] = [
      {},
      { Origin: 'https://app.example' },
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    ]
    for (const from of places)
      for (const [path, asked] of everything(author))
        expect(
          (await world.ask(path, { ...asked, headers: { ...asked.headers, ...from, Cookie } })).status,
        ).toBe(401)
    expect(await print()).toBe(before)
  })

  test('with a cookie and somebody else’s key is whom the key names', async () => {
    const [author, other] = [await world.author(), await world.holder()]
    const browser = world.browser()
    await world.signIn(browser, author)
    const Cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    expect((await world.ask(author.at, { token: other.token, headers: { Cookie } })).status).toBe(404)
  })

  test('with a key that is none gets nothing, and soon not even a look', async () => {
    const author = await world.author()
    const altered = author.token.slice(0, -1) + (author.token.endsWith('0') ? '1' : '0')
    for (const token of [
      'x',
      'thr_',
      altered,
      author.token.toLowerCase(),
      `${author.token}x`,
      'y'.repeat(9000),
    ]) {
      const { status, headers } = await world.ask(author.at, { token })
      expect([status, headers.get('WWW-Authenticate')]).toEqual([
        401,
        'Bearer realm="Threadr", error="invalid_token"',
      ])
    }
    for (const Authorization of [author.token, `Basic ${author.token}`, 'Bearer'])
      expect((await world.ask(author.at, { headers: { Authorization } })).status).toBe(401)
    expect(
      (await world.ask(author.at, { headers: { Authorization: `bearer ${author.token}` } })).status,
    ).toBe(200)
  })

  test('with a key for the one may not do the other', async () => {
    const author = await world.author()
    const keys = {
      read: await world.keyOf(author.userId, ['threads:read']),
      write: await world.keyOf(author.userId, ['threads:write']),
    }
    const before = await print()
    for (const [path, asked, needed] of everything(author)) {
      const token = needed === 'read' ? keys.write : keys.read
      const { status, headers, body } = await world.ask(path, { ...asked, token })
      expect([status, body.code]).toEqual([403, 'scope-missing'])
      expect(headers.get('WWW-Authenticate')).toContain(
        `error="insufficient_scope", scope="threads:${needed}"`,
      )
    }
    expect(await print()).toBe(before)
  })

  test('for another’s thread is told that there is none, as for one that never was', async () => {
    const [author, other] = [await world.author(), await world.author()]
    const before = await print()
    const never = { at: `/api/v1/threads/${randomUUID()}`, tweetIds: [randomUUID()] }
    const mixed = { at: other.at, tweetIds: author.tweetIds }
    for (const names of [author, never, { at: '/api/v1/threads/1', tweetIds: ['1'] }])
      for (const [path, asked] of everything(names).slice(2))
        expect((await world.ask(path, { ...asked, token: other.token })).status).toBe(404)
    const [, , , , patch] = everything(mixed)
    const { version } = (await world.ask(other.at, { token: other.token })).body
    const headers = { 'If-Match': `"${version}"` }
    expect(
      (await world.ask(patch?.[0] ?? '', { ...patch?.[1], headers, token: other.token })).body.code,
    ).toBe('tweet-not-found')
    expect(await print()).toBe(before)
  })

  test('at a wrong address or with a wrong method is told so as a program reads it', async () => {
    const { token, at } = await world.author()
    expect((await world.ask('/api/v1/nothing', { token })).body.code).toBe('nothing-here')
    for (const [path, method, allow] of [
      ['/api/v1/threads', 'DELETE', 'GET, POST'],
      [at, 'PUT', 'GET, PATCH, DELETE'],
      [`${at}/progress`, 'POST', 'GET'],
      [`${at}/tweets/x`, 'GET', 'PATCH'],
    ] as const) {
      const { status, headers, body } = await world.ask(path, { method, token })
      expect([status, headers.get('Allow'), body.code]).toEqual([405, allow, 'method-not-allowed'])
    }
  })
})

describe('a page of another site', () => {
  const preflight = (Origin: string) =>
    world.ask('/api/v1/threads', {
      method: 'OPTIONS',
      headers: {
        Origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    })

  test('may ask and read where its origin is set, without credentials', async () => {
    const { token } = await world.holder()
    for (const origin of ['https://app.example', 'http://localhost:5173']) {
      const { status, headers } = await preflight(origin)
      expect(status).toBe(204)
      expect(headers.get('Access-Control-Allow-Origin')).toBe(origin)
      expect(headers.get('Access-Control-Allow-Headers')).toMatch(/Authorization.*Idempotency-Key.*If-Match/)
      expect(headers.get('Access-Control-Allow-Methods')).toMatch(/PATCH.*DELETE/)
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
      const answer = await world.ask('/api/v1/threads', { token, headers: { Origin: origin } })
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(origin)
      expect(answer.headers.get('Vary')).toContain('Origin')
      expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
    }
  })

  test('may neither ask beforehand nor read where it is any other', async () => {
    const { token } = await world.holder()
    const foreign = [
      'https://evil.example',
      'https://app.example.evil.example',
      'http://app.example',
      'null',
      'https://app.example:444',
    ]
    for (const Origin of foreign)
      for (const { headers } of [
        await preflight(Origin),
        await world.ask('/api/v1/threads', { token, headers: { Origin } }),
      ])
        expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('that a program’s key comes through takes it, whatever Origin it names', async () => {
    const { token } = await world.holder()
    const headers = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
    const asked = { method: 'POST', json: { text: bridgeArticle }, token, headers }
    expect((await world.ask('/api/v1/threads', asked)).status).toBe(202)
    // Outside of the API's addresses the same is refused as ever, and no way of writing one leads out of there.
    for (const path of ['/threads', '/api/v1', '/api/v1/%2e%2e/%2e%2e/threads'])
      await expect(world.ask(path, asked)).rejects.toThrow()
  })
})

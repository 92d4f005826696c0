import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { type Asked, apiWorld } from '#tests/setup/api-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { openApiDocument } from './openapi.ts'

const database = cloneTestDatabase()
const world = apiWorld(database)

const schemaOf = z.looseObject({})
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        security: z.array(z.object({ bearer: z.array(z.string()) })),
        parameters: z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean() })),
        requestBody: z
          .object({ content: z.object({ 'application/json': z.object({ schema: schemaOf }) }) })
          .optional(),
        responses: z.record(
          z.string(),
          z.object({ content: z.record(z.string(), z.object({ schema: schemaOf })).optional() }),
        ),
      }),
    ),
  ),
  components: z.object({ schemas: z.object({ Problem: schemaOf }) }),
})
const document = async () => documentSchema.parse((await world.ask('/api/v1/openapi.json')).body)
type Document = Awaited<ReturnType<typeof document>>

/** What the document says that an answer has to be; null for one without a body. Throws where it says nothing. */
function wanted({ paths, components }: Document, path: string, method: string, status: number, type: string) {
  const operation = paths[path]?.[method.toLowerCase()]
  const response = operation?.responses[status]
  if (!response) throw new Error(`the document has no ${status} for ${method} ${path}`)
  if (!response.content) return null
  const content = response.content[type]
  if (!content) throw new Error(`the document has no ${type} for ${status} of ${method} ${path}`)
  return z.fromJSONSchema('$ref' in content.schema ? components.schemas.Problem : content.schema)
}

describe('the document', () => {
  test('has every address of the API, and none else', async () => {
    const files = readdirSync(fileURLToPath(new URL('../../routes', import.meta.url)))
    const routes = files
      .filter((name) => name.startsWith('api.v1.') && !/\$\.ts$|openapi/.test(name))
      .map((name) => `/${name.replace(/\.ts$/, '').replaceAll('_', '').replaceAll('.', '/')}`)
      .map((path) => path.replaceAll(/\$(\w+)/g, '{$1}'))
    expect(Object.keys((await document()).paths).sort()).toEqual(routes.sort())
  })

  test('asks for a key wherever one is needed, and says for what', async () => {
    const { paths } = await document()
    for (const [path, operations] of Object.entries(paths))
      for (const [method, { security }] of Object.entries(operations)) {
        const scope = method === 'get' ? 'threads:read' : 'threads:write'
        expect(security).toEqual(path === '/api/v1/token' ? [] : [{ bearer: [scope] }])
      }
  })

  test('is open to everybody, and the same as what it is made of', async () => {
    const { body } = await world.ask('/api/v1/openapi.json')
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument('http://localhost:3000'))))
  })
})

describe('every answer is as the document says', () => {
  test('whatever is asked', async () => {
    const author = await world.author()
    const reader = await world.keyOf(author.userId, ['threads:read'])
    const { at, token, tweetIds, email, password } = author
    const thread: Record<string, string> = { '{threadId}': author.threadId, '{tweetId}': tweetIds[0] ?? '' }
    const nothing: Record<string, string> = { '{threadId}': author.userId, '{tweetId}': author.userId }
    const { version, seq } = {
      ...(await world.ask(at, { token })).body,
      ...(await world.ask(`${at}/progress`, { token })).body,
    }
    const ifMatch = { 'If-Match': `"${version}"` }
    const later = { 'If-Match': `"${Number(version) + 1}"` }
    const [threads, one] = ['/api/v1/threads', '/api/v1/threads/{threadId}']
    const [progress, tweet] = [`${one}/progress`, `${one}/tweets/{tweetId}`]
    const text = { text: bridgeArticle }
    const asked: [number, string, Asked & { query?: string; names?: Record<string, string> }][] = [
      [202, threads, { method: 'POST', token, json: text }],
      [400, threads, { method: 'POST', token, json: '{' }],
      [401, threads, { method: 'POST', json: text }],
      [403, threads, { method: 'POST', token: reader, json: text }],
      [413, threads, { method: 'POST', token, json: { text: 'x'.repeat(2_200_000) } }],
      [415, threads, { method: 'POST', token, json: text, headers: { 'Content-Type': 'text/plain' } }],
      [422, threads, { method: 'POST', token, json: { text: 'short', no: 1 } }],
      [200, threads, { token }],
      [200, threads, { token, query: '?limit=1' }],
      [422, threads, { token, query: '?limit=0' }],
      [401, threads, { token: 'nonsense' }],
      [200, one, { token }],
      [404, one, { token, names: nothing }],
      [200, progress, { token, query: '?since=-1' }],
      [404, progress, { token, names: nothing }],
      [422, progress, { token, query: '?since=x' }],
      [428, tweet, { method: 'PATCH', token, json: { isLocked: true } }],
      [400, tweet, { method: 'PATCH', token, json: { isLocked: true }, headers: { 'If-Match': '*' } }],
      [422, tweet, { method: 'PATCH', token, json: {}, headers: ifMatch }],
      [200, tweet, { method: 'PATCH', token, json: { isLocked: true }, headers: ifMatch }],
      [412, tweet, { method: 'PATCH', token, json: { isLocked: true }, headers: ifMatch }],
      [409, tweet, { method: 'PATCH', token, json: { text: 'x' }, headers: later }],
      [404, tweet, { method: 'PATCH', token, json: text, headers: ifMatch, names: nothing }],
      [428, one, { method: 'PATCH', token, json: { title: 'x' } }],
      [200, one, { method: 'PATCH', token, json: { title: 'Mine' }, headers: later }],
      [412, one, { method: 'PATCH', token, json: { title: 'Mine' }, headers: later }],
      [422, one, { method: 'PATCH', token, json: {}, headers: later }],
      [404, one, { method: 'PATCH', token, json: { title: 'x' }, headers: later, names: nothing }],
      [200, '/api/v1/token', { method: 'POST', json: { grant_type: 'password', email, password } }],
      [400, '/api/v1/token', { method: 'POST', json: { grant_type: 'password', email, password: 'no' } }],
      [422, '/api/v1/token', { method: 'POST', json: {} }],
      [404, one, { method: 'DELETE', token, names: nothing }],
      [403, one, { method: 'DELETE', token: reader }],
      [204, one, { method: 'DELETE', token }],
    ]
    expect(seq).toBeGreaterThan(0)
    const written = await document()
    const seen = new Set<string>()
    for (const [status, path, { query = '', names = thread, ...how }] of asked) {
      const method = how.method ?? 'GET'
      const filled = path.replaceAll(/\{\w+\}/g, (name) => names[name] ?? name)
      const answer = await world.ask(filled + query, how)
      expect([answer.status, method, path]).toEqual([status, method, path])
      const type = (answer.headers.get('Content-Type') ?? '').replace(/;.*/, '')
      const schema = wanted(written, path, method, status, type)
      const fits = schema === null ? Object.keys(answer.body).length === 0 : schema.safeParse(answer.body)
      expect(
        fits === true || (fits !== false && fits.error?.issues),
        `${status} ${method} ${path}`,
      ).toBeOneOf([true, undefined])
      // And what is not as it says doesn't pass for it.
      if (schema && !('errors' in answer.body))
        for (const name of Object.keys(answer.body)) {
          const { [name]: _, ...less } = answer.body
          expect(schema.safeParse(less).success, `${method} ${path} without ${name}`).toBe(false)
          expect(schema.safeParse({ ...answer.body, [`${name}X`]: 1 }).success).toBe(false)
        }
      if (status < 300) seen.add(`${method} ${path}`)
    }
    const all = Object.entries(written.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect([...seen].sort()).toEqual(all.sort())
  })
})

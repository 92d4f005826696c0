import { createServer } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { EntryContext, ServerBuild } from '@remix-run/node'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { remixByAddress } from './remix-by-address.ts'

const paths = [
  undefined,
  'threads',
  'threads/:threadId',
  'threads/:threadId/progress',
  'threads/:threadId/for/:network',
  's/:token',
  'files/*',
  'help/:topic?',
  'API/v1',
  '*',
]
/** What is answered with a page, of whose routes more is told than of others'. */
const withPage = new Set(['index', 'threads', 'threads/:threadId', 'files/*'])
const routes = Object.fromEntries(
  paths.map((path) => {
    const id = path ?? 'index'
    const loader = ({ params }: { params: object }) => Response.json({ id, params })
    const module = withPage.has(id) ? { loader, default: () => null } : { loader }
    return [id, { id, path, index: path === undefined, parentId: 'around', module }]
  }),
)
/** What a page would be rendered from. */
function render(_request: Request, status: number, headers: Headers, { staticHandlerContext }: EntryContext) {
  const { matches, loaderData } = staticHandlerContext
  return Response.json({ matched: matches.map(({ route }) => route.id), loaderData }, { status, headers })
}
/** Its type wants a page of every module; what has none is answered as it is. */
const build = z.custom<ServerBuild>().parse({
  routes: {
    root: { id: 'root', path: '', module: {} },
    around: { id: 'around', parentId: 'root', module: {} },
    ...routes,
  },
  entry: { module: { default: render } },
  assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
  future: { v3_singleFetch: true },
  publicPath: '/',
  assetsBuildDirectory: '',
  isSpaMode: false,
  mode: 'production',
})

/** By address, what a request was taken for. */
const routeOf = new Map<string, string>()
const served = [
  createRequestHandler({ build, mode: 'production' }),
  remixByAddress({ build, mode: 'production' }),
].map((handler) =>
  createServer(
    express().all(
      '*',
      (request, response, next) => {
        response.once('close', () => {
          if (response.locals.routeId) routeOf.set(request.originalUrl, String(response.locals.routeId))
        })
        next()
      },
      handler,
    ),
  ),
)
const origins: string[] = []
beforeAll(async () => {
  for (const server of served) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = z.object({ port: z.number() }).parse(server.address())
    origins.push(`http://127.0.0.1:${port}`)
  }
})
afterAll(() => {
  for (const server of served) server.close()
})

test.each([
  '/',
  '/?index',
  '/threads',
  '/THREADS/',
  '/threads.data',
  '/_root.data',
  '/threads/1?since=2',
  '/threads/1.data',
  '/threads/progress',
  '/threads/1/progress/',
  '/threads/1/Progress',
  '/threads/%31/progress',
  '/%74hreads/1',
  '/threads//1',
  '//threads/1',
  '/threads/1/for/bluesky',
  '/threads/1/for',
  '/threads/1/%2e%2e',
  '/s/a%2Fb',
  '/files',
  '/files/',
  '/files/a/b/c',
  '/help',
  '/help/keys',
  '/api/v1',
  '/no/such/page',
  '/:threadId',
  '/*',
  '/__manifest?version=&p=%2Fthreads',
  '/threads/%',
])('%s is answered as Remix by itself would', async (address) => {
  const [byItself, byAddress] = await Promise.all(
    origins.map(async (origin) => {
      const answer = await fetch(origin + address)
      return {
        status: answer.status,
        headers: [...answer.headers].filter(([name]) => name !== 'date'),
        body: await answer.text(),
      }
    }),
  )
  expect(byAddress).toEqual(byItself)
  const answered = /"id":"([^"]+)"/.exec(byItself?.body ?? '')?.[1]
  if (answered && !/%|\/\//.test(address)) expect(routeOf.get(address)).toBe(answered)
})

test('what they agree on is the answer of the loader', async () => {
  const [, byAddress] = origins
  expect(await (await fetch(`${byAddress}/threads/7/progress`)).json()).toEqual({
    id: 'threads/:threadId/progress',
    params: { threadId: '7' },
  })
})

import { makeKey } from '#app/features/accounts/api-keys/make-key.ts'
import { apiScopes } from '#app/features/accounts/api-keys/scopes.ts'
import { readEnv } from '#app/platform/env.ts'
import { closeServer, listen } from '#app/platform/listen.server.ts'
import { ensureBuilt } from '#local/build.ts'
import { createApp } from '#server/create-app.ts'
import { createWebContext } from '#server/web-context.ts'
import { answerFor, type Cells } from '#tests/matrix/cells.ts'
import { expected } from '#tests/matrix/expected.ts'
import type { Role } from '#tests/matrix/roles.ts'
import { addressOf, builtRoutes } from '#tests/matrix/routes.ts'
import { openWorld, type World } from '#tests/matrix/world.ts'
import { serverBuild } from '#tests/setup/server-build.ts'
import { queriesOf } from './asked-pages.ts'
import { recordStatements, type Statement } from './record-statements.ts'

/** A visitor and a person, whose statements differ, see all that is theirs or everybody's; of the rest there is an admin. */
function askingFor(cells: Cells): Role[] {
  const shown = (role: 'owner' | 'person' | 'admin') =>
    answerFor(cells, role, role === 'admin' ? null : role) === 200
  const owners = (['owner', 'person'] as const).filter(shown)
  return owners.length > 0 ? owners : [shown('admin') ? 'admin' : 'person']
}

type Visited = {
  statements: Statement[]
  /** Whose things the pages show: a visitor's, and a person's. */
  owners: string[]
}

/** Every statement that the loaders of all routes send, asked as everybody to whom they answer otherwise. */
export async function visitPages(): Promise<Visited> {
  await ensureBuilt(() => {})
  const world = await openWorld()
  try {
    return await visit(world)
  } finally {
    await world.close()
  }
}

async function visit(world: World): Promise<Visited> {
  const { context, close } = createWebContext(readEnv(world.env))
  const recorder = recordStatements(context.database.pool)
  const server = await listen(createApp({ context, build: await serverBuild(), assets: [] }), {
    port: 0,
    host: '127.0.0.1',
  })
  const bound = server.address()
  const address = `http://localhost:${typeof bound === 'object' && bound ? bound.port : 0}`
  try {
    const { userId, visitorId } = await world.names('person')
    const { token } = await makeKey(
      { prisma: context.database.prisma, sealer: context.sealer, appUrl: context.env.appUrl },
      { userId, name: 'Plans', scopes: [...apiScopes], origin: { ip: '192.0.2.7', userAgent: null } },
    )
    const shared = await share(world)
    recorder.statements.clear()
    for (const route of await builtRoutes()) {
      const cells = expected[route.id]?.get
      if (!cells || route.path === null) continue
      const page = route.path || '/'
      recorder.page = page
      const ask = async (path: string, headers: Record<string, string>) => {
        const answer = await fetch(address + path, { headers, redirect: 'manual' })
        await answer.arrayBuffer()
        if (answer.status >= 500) throw new Error(`${path} was answered with ${answer.status}`)
      }
      const asEach = askingFor(cells).map(async (role) => {
        const names = await world.names(role === 'person' ? 'person' : 'owner')
        const path = addressOf(route, page.startsWith('/s/') ? { ...names, token: shared } : names)
        const headers: Record<string, string> = page.startsWith('/api/v1')
          ? { Authorization: `Bearer ${token}` }
          : { Cookie: world.cookieOf(role) }
        await ask(path, headers)
        for (const query of queriesOf[route.id] ?? []) await ask(`${path}?${query}`, headers)
      })
      await Promise.all(asEach)
    }
    return { statements: [...recorder.statements.values()], owners: [userId, visitorId] }
  } finally {
    await closeServer(server)
    await close()
  }
}

/** Makes the public page of a thread. Gives its token. */
async function share(world: World): Promise<string> {
  const { threadId } = await world.names('owner')
  const headers = { Cookie: world.cookieOf('owner') }
  const path = `${world.address}/threads/${threadId}/share`
  const body = new FormData()
  body.set('intent', 'share')
  await fetch(path, { method: 'POST', headers, body, redirect: 'manual' })
  const page = await (await fetch(path, { headers })).text()
  const [, token] = /\/s\/([\w-]{43})/.exec(page) ?? []
  if (token === undefined) throw new Error('the thread has no public page')
  return token
}

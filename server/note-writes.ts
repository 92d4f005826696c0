import type { ActionFunction, ServerBuild } from '@remix-run/node'

type Build = ServerBuild | (() => Promise<ServerBuild>)

/** The build with every action noting, once it is over, that whoever sent the form may have written something. */
export function notingWrites(build: Build): Build {
  if (typeof build === 'function') return async () => withNotes(await build())
  return withNotes(build)
}

function withNotes(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const action = route?.module.action
    return [id, route && action ? { ...route, module: { ...route.module, action: noting(action) } } : route]
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

const noting =
  (action: ActionFunction): ActionFunction =>
  async (asked) => {
    try {
      return await action(asked)
    } finally {
      // Also where it threw: a redirect is thrown too.
      await asked.context.noteWrite()
    }
  }

import { type Cells, expected, type FormRow } from './expected.ts'
import { addressOf, type BuiltRoute, builtRoutes } from './routes.ts'
import { type Names, type Role, roles, type World } from './world.ts'

/** What one route answered to everybody, once. */
export type Line = { what: string; path: string; got: Cells; faults: string[] }

/** Fields of rows that no form has; whoever sends them gets nothing by it. */
const smuggled = ({ visitorId, nothing }: Names) => ({
  visitorId,
  visitor_id: visitorId,
  userId: nothing,
  ownerId: visitorId,
  role: 'admin',
  isAdmin: 'true',
  status: 'ready',
})

/** What the table says of the routes that were built: those it doesn't know, and what it knows that isn't there. */
export function faultsOfTable(routes: BuiltRoute[]): string[] {
  const unknown = routes.filter(({ id }) => !(id in expected)).map(({ id }) => `${id} is not in the table`)
  const gone = Object.keys(expected)
    .filter((id) => !routes.some((route) => route.id === id))
    .map((id) => `${id} is in the table and nowhere else`)
  const unlike = routes.flatMap(({ id, path, hasLoader, hasAction }) => {
    const row = expected[id]
    if (row === undefined) return []
    if (row === null)
      return path === null && !hasAction ? [] : [`${id} has an address, and the table has no row for it`]
    const gets = (row.get !== null) === (hasLoader || !hasAction)
    const posts = Object.keys(row.post).length > 0 === hasAction
    return [
      ...(gets ? [] : [`${id} ${hasLoader ? 'has' : 'has no'} loader, unlike its row`]),
      ...(posts ? [] : [`${id} ${hasAction ? 'has an' : 'has no'} action, unlike its row`]),
    ]
  })
  return [...unknown, ...gone, ...unlike]
}

/** Asks every loader and action of the build as every role, and tells what each got and what is wrong with it. */
export async function runMatrix(world: World): Promise<Line[]> {
  const lines: Line[] = []
  const routes = await builtRoutes()
  for (const route of routes) {
    const row = expected[route.id]
    if (row?.get) lines.push(await askLoader(world, route, row.get))
  }
  for (const route of routes)
    for (const [name, form] of Object.entries(expected[route.id]?.post ?? {}))
      lines.push(await askAction(world, route, name, form))
  return lines
}

async function askLoader(world: World, route: BuiltRoute, wanted: Cells): Promise<Line> {
  const line: Line = { what: 'GET', path: route.path ?? '', got: { ...wanted }, faults: [] }
  const names = await world.names()
  const path = addressOf(route, names)
  for (const role of roles) {
    const read = async () => {
      const page = await ask(world, role, path)
      // The same without its page, as the browser asks once JavaScript runs.
      const bare = await ask(world, role, `${path === '/' ? '/_root' : path}.data`)
      return { status: page.status, body: page.body + bare.body }
    }
    const { status, body } = await read()
    note(line, role, status, wanted)
    if (role !== 'owner' && body.includes(world.marker))
      line.faults.push(`${role} is shown what is the owner’s`)
    // The worker's own jobs come by themselves now and then: what a GET writes it writes each time.
    const [once, again] = [await writesOf(world, read), await writesOf(world, read)]
    for (const table of once.filter((name) => again.includes(name)))
      line.faults.push(`a GET of ${role} writes to ${table}`)
  }
  return line
}

/** The tables that are no longer as they were before. */
async function writesOf(world: World, deed: () => Promise<unknown>): Promise<string[]> {
  await world.settled()
  const before = await world.printOfTables()
  await deed()
  const after = await world.printOfTables()
  return Object.keys(before).filter((table) => after[table] !== before[table])
}

async function askAction(
  world: World,
  route: BuiltRoute,
  name: string,
  { form, cells }: FormRow,
): Promise<Line> {
  const line: Line = { what: `POST ${name}`, path: route.path ?? '', got: { ...cells }, faults: [] }
  for (const role of roles) {
    await world.settled()
    const names = await world.names()
    const before = await world.printOfOwner()
    const path = addressOf(route, names, true)
    const answer = await ask(world, role, path, { ...smuggled(names), ...form(names) })
    note(line, role, answer.status, cells)
    if (role === 'owner') continue
    if (answer.body.includes(world.marker)) line.faults.push(`${role} is shown what is the owner’s`)
    if ((await world.printOfOwner()) !== before) line.faults.push(`${role} changes what is the owner’s`)
  }
  return line
}

function note(line: Line, role: Role, status: number, wanted: Cells): void {
  line.got[role] = status
  if (status !== wanted[role]) line.faults.push(`${role} got ${status}, and should have got ${wanted[role]}`)
}

async function ask(world: World, role: Role, path: string, form?: Record<string, string>) {
  const body = form && new FormData()
  for (const [name, value] of Object.entries(form ?? {})) body?.set(name, value)
  const answer = await fetch(world.address + path, {
    headers: { Cookie: world.cookieOf(role) },
    redirect: 'manual',
    ...(body && { method: 'POST', body }),
  })
  return { status: answer.status, body: await answer.text() }
}

import { type Answer, answerFor, type Cells, type FormRow } from './cells.ts'
import { expected } from './expected.ts'
import { type OwnerRole, owners, type Role, roles } from './roles.ts'
import { addressOf, type BuiltRoute, builtRoutes } from './routes.ts'
import type { Names, World } from './world.ts'

/** What one route answered to everybody, once; `whose` is the owner of what its address names. */
export type Line = {
  what: string
  path: string
  whose: OwnerRole | null
  got: Partial<Record<Role, Answer>>
  faults: string[]
}

/** Fields of rows that no form has; whoever sends them gets nothing by it. */
const smuggled = ({ visitorId, userId, nothing }: Names) => ({
  visitorId,
  visitor_id: visitorId,
  userId,
  user_id: userId,
  id: nothing,
  disabledAt: '',
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
    for (const whose of ownersOf(route))
      if (row?.get) lines.push(await askLoader(world, { route, whose, cells: row.get }))
  }
  for (const route of routes)
    for (const whose of ownersOf(route))
      for (const [name, row] of Object.entries(expected[route.id]?.post ?? {}))
        lines.push(await askAction(world, { route, whose, name, row }))
  return lines
}

/** Whose things an address is asked for: those of each owner where it names any. */
const ownersOf = ({ path }: BuiltRoute): readonly (OwnerRole | null)[] =>
  /:(thread|source)Id/.test(path ?? '') ? owners : [null]

/** Those who own nothing of it come first, so that what they try finds it as it was made. */
const inOrder = (whose: OwnerRole | null) => [
  ...roles.filter((role) => role !== whose),
  ...(whose ? [whose] : []),
]

async function askLoader(
  world: World,
  { route, whose, cells }: { route: BuiltRoute; whose: OwnerRole | null; cells: Cells },
): Promise<Line> {
  const line: Line = { what: 'GET', path: route.path ?? '', whose, got: {}, faults: [] }
  await world.settled()
  const path = addressOf(route, await world.names(whose ?? 'owner'))
  for (const role of inOrder(whose)) {
    const read = async () => {
      const page = await ask(world, role, path)
      // The same without its page, as the browser asks once JavaScript runs.
      const bare = await ask(world, role, `${path === '/' ? '/_root' : path}.data`)
      return { answer: page.answer, body: page.body + bare.body }
    }
    const { answered, tables } = await writesOf(world, read)
    note(line, role, answered.answer, cells)
    noteShown(line, role, answered.body, world)
    // The worker's own jobs come by themselves now and then: what a GET writes it writes each time.
    const again = tables.length > 0 ? (await writesOf(world, read)).tables : []
    for (const table of tables.filter((name) => again.includes(name)))
      line.faults.push(`a GET of ${role} writes to ${table}`)
  }
  return line
}

/** What a deed answers, and the tables that are no longer as they were before it. */
async function writesOf<Answered>(world: World, deed: () => Promise<Answered>) {
  await world.settled()
  const before = await world.printOfTables()
  const answered = await deed()
  const after = await world.printOfTables()
  return { answered, tables: Object.keys(before).filter((table) => after[table] !== before[table]) }
}

async function askAction(
  world: World,
  asked: { route: BuiltRoute; whose: OwnerRole | null; name: string; row: FormRow },
): Promise<Line> {
  const { route, whose, name, row } = asked
  const line: Line = { what: `POST ${name}`, path: route.path ?? '', whose, got: {}, faults: [] }
  for (const role of inOrder(whose)) {
    await world.settled()
    const names = await world.names(whose ?? 'owner')
    const before = await printsOf(world)
    const path = addressOf(route, names, true)
    const { answer, body } = await ask(world, role, path, { ...smuggled(names), ...row.form(names) })
    note(line, role, answer, row.cells)
    noteShown(line, role, body, world)
    const after = await printsOf(world)
    for (const owner of owners)
      if (owner !== role && after[owner] !== before[owner] && !row.mayChange?.includes(role))
        line.faults.push(`${role} changes what is of ${owner}`)
  }
  return line
}

const printsOf = async (world: World) => ({
  owner: await world.printOfOwner('owner'),
  person: await world.printOfOwner('person'),
})

function note(line: Line, role: Role, answer: Answer, cells: Cells): void {
  const wanted = answerFor(cells, role, line.whose)
  line.got[role] = answer
  if (answer !== wanted) line.faults.push(`${role} got ${answer}, and should have got ${wanted}`)
}

/** Titles of a person's threads are what support and admins are shown of them. */
function noteShown(line: Line, role: Role, body: string, world: World): void {
  if (line.path === '/admin/users/:userId' && (role === 'support' || role === 'admin')) return
  for (const owner of owners)
    if (owner !== role && body.includes(world.markerOf(owner)))
      line.faults.push(`${role} is shown what is of ${owner}`)
}

async function ask(world: World, role: Role, path: string, form?: Record<string, string>) {
  const body = form && new FormData()
  for (const [name, value] of Object.entries(form ?? {})) body?.set(name, value)
  const response = await fetch(world.address + path, {
    headers: { Cookie: world.cookieOf(role) },
    redirect: 'manual',
    ...(body && { method: 'POST', body }),
  })
  const isSentIn = response.status === 302 && /^\/sign-in(\?|$)/.test(response.headers.get('Location') ?? '')
  const answer: Answer = isSentIn ? 'sign-in' : response.status
  return { answer, body: await response.text() }
}

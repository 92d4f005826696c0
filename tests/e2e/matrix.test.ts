import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOfTable, type Line, runMatrix } from '#tests/matrix/matrix.ts'
import { builtRoutes } from '#tests/matrix/routes.ts'
import { openWorld, type World } from '#tests/matrix/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

describe('every route, asked by everybody', { timeout: 400_000 }, () => {
  test('stands in the table of who gets what, with its loader and its action', async () => {
    expect(faultsOfTable(await builtRoutes())).toEqual([])
  })

  test('a route that nobody has thought of, and an action without a row, are found', async () => {
    const routes = await builtRoutes()
    const added = { id: 'routes/admin', path: '/admin', hasLoader: true, hasAction: false }
    expect(faultsOfTable([...routes, added])).toEqual(['routes/admin is not in the table'])
    const grown = routes.map((route) =>
      route.id === 'routes/threads.$threadId_.how' ? { ...route, hasAction: true } : route,
    )
    expect(faultsOfTable(grown)).toEqual(['routes/threads.$threadId_.how has an action, unlike its row'])
    expect(faultsOfTable(routes.slice(1))).toHaveLength(1)
  })

  test('answers each as the table says, shows nobody what is another’s, changes nothing of theirs, and writes on no GET', async () => {
    const lines = await runMatrix(world)
    const faults = lines.flatMap(({ what, path, whose, faults: wrong }: Line) =>
      wrong.map((each) => `${what} ${path} of ${whose}: ${each}`),
    )
    expect(faults).toEqual([])
    expect(lines.length).toBeGreaterThan(80)
  })
})

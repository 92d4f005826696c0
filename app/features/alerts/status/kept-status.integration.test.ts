import { expect, test } from 'vitest'
import { createDatabase } from '#app/platform/db.server.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { keptStatus } from './kept-status.ts'

const database = cloneTestDatabase()
const at = (second: number) => new Date(Date.UTC(2026, 10, 29, 10, 0, second))

test('the status is read anew after 20 seconds, and without a database tells what was last known, with the pages down', async () => {
  const own = createDatabase({ url: database.appUrl, poolMax: 2, name: 'status', logger: database.logger })
  const status = (second: number) => keptStatus(own, ['web', 'mail'], at(second))
  const states = async (second: number) => (await status(second)).components.map(({ state }) => state)
  expect((await status(0)).at).toBe(at(0).toISOString())
  expect((await status(19)).at).toBe(at(0).toISOString())
  expect((await status(20)).at).toBe(at(20).toISOString())
  expect(await states(20)).toEqual(['up', 'up'])
  await own.close()
  expect(await states(50)).toEqual(['down', 'up'])
  expect((await status(80)).at).toBe(at(20).toISOString())
  await expect(status(25 * 3600)).rejects.toThrow()
})

test('without a database from the beginning there is nothing to tell', async () => {
  const away = createDatabase({
    url: 'postgres://nobody@127.0.0.1:1/none',
    poolMax: 1,
    name: 'away',
    logger: database.logger,
  })
  await expect(keptStatus(away, ['web'])).rejects.toThrow()
  await away.close()
})

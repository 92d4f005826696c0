import { expect, test } from 'vitest'
import { savedThread, withText } from '#tests/setup/revision-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { nameRevision } from './name-revision.ts'
import { thinRevisions } from './thin-revisions.ts'

const database = cloneTestDatabase()

test('of a row of edits a day old only the last and the named ones stay, and the history reads as before', async () => {
  const thread = await savedThread(database)
  const { owner, threadId } = thread
  const thin = (batch?: number) => thinRevisions(database.owner.pool, batch)
  const saves = async (texts: string[]) => {
    for (const text of texts) await thread.save(withText(text))
  }
  await saves(['One.', 'Two.', 'Three.', 'Four.', 'Five.'])
  const version = thread.version + 2
  await nameRevision(database.app.prisma, owner, { threadId, version }, 'The second')
  await thread.letPass('10 minutes')
  await saves(['Six.'])
  const before = await thread.listed()

  await thread.letPass('23 hours 40 minutes')
  expect(await thin()).toBe(0)
  await thread.letPass('20 minutes')
  await saves(['Seven.', 'Eight.'])
  expect(await thin(2)).toBe(3)
  expect(await thin()).toBe(0)
  const firstTexts = (await thread.kept()).map(({ texts }) => texts[0])
  expect(firstTexts).toEqual([thread.tweetAt(1).text, 'Two.', 'Five.', 'Six.', 'Seven.', 'Eight.'])
  const told = ({ rows }: typeof before) => rows.map(({ version: of, saves: count }) => [of, count])
  const [latest, ...others] = told(await thread.listed())
  expect(latest?.[1]).toBe(2)
  expect(others).toEqual(told(before))
})

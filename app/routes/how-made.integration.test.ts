import { expect, test } from 'vitest'
import { readRecord } from '#app/features/generation/how-made.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as submit } from './_index/route.tsx'
import { action, loader as threadLoader } from './threads.$threadId/route.tsx'
import { loader } from './threads.$threadId_.how/route.tsx'

const database = cloneTestDatabase()

test('how a thread was made is told to its owner, each writing on its own, and to nobody else', async () => {
  const browser = browserOf(database)
  const answer = await browser.request(submit, '/?index', { form: { source: bridgeArticle } })
  if (!(answer instanceof Response)) throw new Error('the submission was refused')
  const url = answer.headers.get('Location') ?? ''
  const threadId = url.split('/').at(-1) ?? ''
  const params = { threadId }
  const run = async () => {
    const { generation } = (await browser.request(threadLoader, url, { params })).data
    await runGeneration(runDependencies(database), jobOf(generation.id))
  }
  await run()
  await browser.request(action, url, { params, form: { intent: 'rewrite' } })
  await run()
  const { data } = await browser.request(loader, `${url}/how`, { params })
  expect(data.generations).toHaveLength(2)
  const [second, first] = data.generations
  expect(Date.parse(second?.createdAt ?? '')).toBeGreaterThanOrEqual(Date.parse(first?.createdAt ?? ''))
  for (const record of data.generations) {
    expect(record).toMatchObject({ status: 'ready', writer: 'builtin', requests: 0, costMicros: 0, runs: 1 })
    expect(record.times.map(({ step }) => step)).toEqual(
      expect.arrayContaining(['queue', 'planning', 'writing', 'checking']),
    )
  }
  const strange = browserOf(database).request(loader, `${url}/how`, { params })
  await expect(strange).rejects.toMatchObject({ status: 404 })
  for (const id of [threadId, first?.id ?? '']) {
    const forAll = await readRecord(database.app.prisma, id)
    expect(forAll).toMatchObject({ threadId, owner: null, singles: [] })
    expect(forAll.generations.map((one) => one.id)).toEqual([second?.id, first?.id])
  }
})

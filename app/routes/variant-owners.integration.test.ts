import { expect, test } from 'vitest'
import { claimVisitor } from '#app/features/claiming/claim-visitor.ts'
import { dataFiles } from '#app/features/privacy/data-files.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { savedThreadInBrowser } from '#tests/setup/revision-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { writtenThread } from '#tests/setup/written-thread.ts'
import { action, loader } from './threads.$threadId_.for.$network/route.tsx'
import { loader as fileLoader } from './threads.$threadId_.for.$network_.$format.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)

/** A form that says the first tweet otherwise on Bluesky. */
async function wordsFor(threadId: string) {
  const { id, text } = await database.owner.prisma.tweet.findFirstOrThrow({
    where: { threadId },
    orderBy: { position: 'asc' },
  })
  return { intent: 'say', version: '0', tweetId: id, madeFrom: text, 'text-0': 'Said for Bluesky.' }
}

test('a variant is nobody else’s, is part of an export, and goes with its thread', async () => {
  const { browser, threadId, id, params, path } = await writtenThread(database, world)
  const address = `${path}/for/bluesky`
  const at = { params: { ...params, network: 'bluesky' } }
  const form = await wordsFor(threadId)
  const stranger = (await world.signedIn()).browser
  expect(await stranger.request(action, address, { ...at, form })).toMatchObject({ init: { status: 404 } })
  await browser.request(action, address, { ...at, form })
  await expect(stranger.request(loader, address, at)).rejects.toMatchObject({ status: 404 })
  const file = { params: { ...at.params, format: 'text' } }
  await expect(stranger.request(fileLoader, `${address}/text`, file)).rejects.toMatchObject({ status: 404 })
  let exported = ''
  for await (const { text } of dataFiles(database.owner.prisma, id)) exported += text
  expect(exported).toContain('Said for Bluesky.')
  const { prisma } = database.owner
  await prisma.thread.delete({ where: { id: threadId } })
  expect(await prisma.variant.count({ where: { threadId } })).toBe(0)
})

test('a browser’s variant is its owner’s once they have signed in', async () => {
  const { browser, threadId, owner } = await savedThreadInBrowser(database)
  const person = await world.signedIn()
  const at = { params: { threadId, network: 'bluesky' } }
  await browser.request(action, '/', { ...at, form: await wordsFor(threadId) })
  const visitorId = 'visitorId' in owner ? owner.visitorId : ''
  await database.app.prisma.$transaction((tx) => claimVisitor(tx, { visitorId, userId: person.id }))
  const { data } = await person.browser.request(loader, '/', at)
  expect(data.parts[0]?.posts[0]?.text).toBe('Said for Bluesky.')
  await expect(browser.request(loader, '/', at)).rejects.toMatchObject({ status: 404 })
})

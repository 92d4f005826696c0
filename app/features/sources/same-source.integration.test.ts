import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { keepReading } from '#app/features/sources/keep-reading.ts'
import { keepSource, type SourceToKeep } from '#app/features/sources/keep-source.ts'
import { readText } from '#app/features/sources/read-text.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import { readSource } from '#app/features/sources/source-record.ts'
import type { Owner } from '#app/platform/owner.ts'
import { newVisitor, submitted } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { correctSnapshot } from './correct-snapshot.ts'
import { useSnapshot } from './use-snapshot.ts'

const database = cloneTestDatabase()
const newUrl = () => `https://site.example/${randomUUID()}`
const page = (url: string, text = bridgeArticle): Snapshot => ({ ...readText(text), kind: 'html', url })

async function known(): Promise<Owner> {
  const owner = newVisitor()
  await database.owner.prisma.visitor.create({ data: { id: owner.visitorId } })
  return owner
}
const keep = (owner: Owner, source: SourceToKeep) =>
  database.app.prisma.$transaction((tx) => keepSource(tx, owner, source))
const stored = async (id: string) => {
  const source = await readSource(database.app.prisma, id)
  if (!source) throw new Error('no such source')
  return source
}
const lastReadDaysAgo = (sourceId: string, days: number) =>
  database.owner.pool.query(
    `update snapshots set read_at = now() - $2 * interval '1 day' where source_id = $1`,
    [sourceId, days],
  )

test('one address is one source, whatever it was shared from, and one text is one too', async () => {
  const owner = await known()
  const url = newUrl()
  const first = await keep(owner, { origin: 'url', url })
  expect(await keep(owner, { origin: 'url', url: `${url}?utm_source=mail#top` })).toEqual(first)
  expect(await keep(await known(), { origin: 'url', url })).not.toEqual(first)
  const text = await keep(owner, { origin: 'text', snapshot: readText(bridgeArticle) })
  expect(await keep(owner, { origin: 'text', snapshot: readText(`${bridgeArticle}\n`) })).toEqual(text)
  expect((await stored(text.id)).snapshot).toMatchObject({ number: 1, reason: 'read', text: bridgeArticle })
})

test('twenty submissions of one address at once make one source', async () => {
  const owner = await known()
  const source = { origin: 'url', url: newUrl() } as const
  const made = await Promise.all(Array.from({ length: 20 }, () => keep(owner, source)))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
})

test('what a page held is used by everybody for a day, and what somebody typed by nobody else', async () => {
  const url = newUrl()
  const first = await keep(await known(), { origin: 'url', url })
  const { snapshot } = await keepReading(database.app.prisma, first.id, page(url))
  const second = await keep(await known(), { origin: 'url', url })
  expect((await stored(second.id)).snapshot).toMatchObject({
    text: bridgeArticle,
    number: 1,
    readAt: snapshot.readAt,
  })
  await lastReadDaysAgo(first.id, 2)
  await lastReadDaysAgo(second.id, 2)
  expect((await stored((await keep(await known(), { origin: 'url', url })).id)).snapshot).toBeNull()
})

test('a repeat within a day is written from what was read; a day later the page is read again', async () => {
  const owner = newVisitor()
  const url = newUrl()
  const submission = { origin: 'url', url } as const
  const made = await submitted(database.app.prisma, { owner, submission })
  await runGeneration(runDependencies(database, { pages: { [url]: page(url) } }), jobOf(made.generationId))
  const again = await submitted(database.app.prisma, { owner, submission })
  // No page can be fetched here.
  await runGeneration(runDependencies(database), jobOf(again.generationId))
  const rows = await database.owner.prisma.thread.findMany({
    where: { visitorId: owner.visitorId },
    include: { generations: true },
  })
  expect(new Set(rows.map((row) => row.sourceId)).size).toBe(1)
  expect(rows.map((row) => row.generations[0]?.status)).toEqual(['ready', 'ready'])

  const sourceId = rows[0]?.sourceId ?? ''
  await lastReadDaysAgo(sourceId, 2)
  const changed = page(url, bridgeArticle.replace('Ada Holm', 'Ida Holm'))
  const later = await submitted(database.app.prisma, { owner, submission })
  await runGeneration(runDependencies(database, { pages: { [url]: changed } }), jobOf(later.generationId))
  expect((await stored(sourceId)).snapshot).toMatchObject({ number: 2, reason: 'reread', text: changed.text })
  // The earlier threads still rest on what they were written from.
  const before = await database.owner.prisma.thread.findUniqueOrThrow({
    where: { id: made.threadId },
    include: { snapshot: true },
  })
  expect(before.snapshot).toMatchObject({ number: 1, text: bridgeArticle })
})

test('the same text again is no new snapshot, but counts as read now', async () => {
  const url = newUrl()
  const { id } = await keep(await known(), { origin: 'url', url })
  await keepReading(database.app.prisma, id, page(url))
  await lastReadDaysAgo(id, 2)
  const { snapshot } = await keepReading(database.app.prisma, id, page(url))
  expect(snapshot.number).toBe(1)
  expect(Date.now() - snapshot.readAt.getTime()).toBeLessThan(60_000)
})

test('another address of a page that is there already becomes that source', async () => {
  const owner = newVisitor()
  const [url, other] = [newUrl(), newUrl()]
  const pagesThere = { [url]: page(url), [other]: page(url) }
  const first = await submitted(database.app.prisma, { owner, submission: { origin: 'url', url } })
  const second = await submitted(database.app.prisma, { owner, submission: { origin: 'url', url: other } })
  for (const { generationId } of [first, second])
    await runGeneration(runDependencies(database, { pages: pagesThere }), jobOf(generationId))
  const threads = await database.owner.prisma.thread.findMany({
    where: { visitorId: owner.visitorId },
    include: { tweets: true },
  })
  expect(new Set(threads.map(({ sourceId }) => sourceId)).size).toBe(1)
  expect(threads.every(({ tweets }) => tweets.length > 0)).toBe(true)
  expect(await database.owner.prisma.source.count({ where: { visitorId: owner.visitorId } })).toBe(1)
})

test('what a personal link leads to is shared with nobody, and neither is a wall', async () => {
  const url = newUrl()
  const personal = await keep(await known(), { origin: 'url', url: `${url}?mc_eid=PERSON` })
  await keepReading(database.app.prisma, personal.id, page(`${url}?mc_eid=PERSON`))
  const second = await keep(await known(), { origin: 'url', url })
  expect((await stored(second.id)).snapshot).toBeNull()
  const wall: Snapshot = { ...page(url), quality: { score: 10, doubt: 'cookie-wall' } }
  await keepReading(database.app.prisma, second.id, wall)
  expect((await stored((await keep(await known(), { origin: 'url', url })).id)).snapshot).toBeNull()
})

test('a version that its owner has chosen over a later one stays when the page is read again', async () => {
  const url = newUrl()
  const { id } = await keep(await known(), { origin: 'url', url })
  const { snapshot: first } = await keepReading(database.app.prisma, id, page(url))
  await lastReadDaysAgo(id, 2)
  await keepReading(database.app.prisma, id, page(url, `${bridgeArticle} And more.`))
  await useSnapshot(database.app.prisma, id, first.id)
  await keepReading(database.app.prisma, id, page(url, `${bridgeArticle} And more.`))
  expect((await stored(id)).snapshot).toMatchObject({ id: first.id, number: 1 })
})

test('a text that is pasted again is written from as it was pasted, whatever was made of it since', async () => {
  const owner = await known()
  const pasted = { origin: 'text', snapshot: readText(bridgeArticle) } as const
  const { id } = await keep(owner, pasted)
  const basedOn = (await stored(id)).snapshot?.id ?? ''
  await correctSnapshot(database.app.prisma, id, { basedOn, title: '', text: bridgeArticle.slice(0, 600) })
  await keep(owner, pasted)
  expect((await stored(id)).snapshot?.text).toBe(bridgeArticle)
})

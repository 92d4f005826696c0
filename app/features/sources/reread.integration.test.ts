import { expect, test } from 'vitest'
import { AppError } from '#app/platform/errors.ts'
import { newVisitor } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { correctSnapshot } from './correct-snapshot.ts'
import type { Reading } from './document.ts'
import { failAbandonedRereads } from './fail-abandoned-rereads.ts'
import { keepReading } from './keep-reading.ts'
import { keepSource } from './keep-source.ts'
import { readText } from './read-text.ts'
import { requestReread } from './request-reread.ts'
import { runReread } from './run-reread.ts'
import { readSourcePage } from './source-page.ts'
import { useSnapshot } from './use-snapshot.ts'

const database = cloneTestDatabase()
const changedArticle = bridgeArticle.replace('Ada Holm', 'Ida Holm')
let pages = 0

async function readSourceOf(text = bridgeArticle) {
  const owner = newVisitor()
  pages += 1
  const url = `https://again.example/${pages}`
  await database.owner.prisma.visitor.create({ data: { id: owner.visitorId } })
  const { id } = await database.app.prisma.$transaction((tx) => keepSource(tx, owner, { origin: 'url', url }))
  await keepReading(database.app.prisma, id, { ...readText(text), url })
  return { id, page: () => readSourcePage(database.app.prisma, owner, id) }
}
const pageOf = (text: string) => async (): Promise<Reading> => ({
  type: 'snapshot',
  snapshot: readText(text),
})

async function reread(sourceId: string, readUrl: () => Promise<Reading>, isLastTry = true) {
  await requestReread(database.app.prisma, sourceId)
  const wish = await database.owner.prisma.reread.findFirstOrThrow({
    where: { sourceId, finishedAt: null },
  })
  await runReread(
    { prisma: database.owner.prisma, readUrl },
    { rereadId: wish.id, isLastTry, signal: new AbortController().signal },
  )
}

test('a page that is the same says so, and one that changed shows how before anything is replaced', async () => {
  const { id, page } = await readSourceOf()
  expect((await page()).lastReread).toBeNull()
  await reread(id, pageOf(bridgeArticle))
  expect((await page()).lastReread).toMatchObject({ state: 'unchanged' })
  await reread(id, pageOf(changedArticle))
  const { source, lastReread } = await page()
  expect(source.snapshot).toMatchObject({ number: 1, text: bridgeArticle })
  if (lastReread?.state !== 'changed') throw new Error(`it is ${lastReread?.state}`)
  const words = lastReread.changes.flatMap((change) => ('words' in change ? change.words : []))
  expect(words.filter(({ change }) => change !== 'same').map(({ text, change }) => [change, text])).toEqual([
    ['removed', 'Ada'],
    ['added', 'Ida'],
  ])
  await reread(id, pageOf(changedArticle))
  expect((await page()).lastReread).toMatchObject({ state: 'changed' })
  await useSnapshot(database.app.prisma, id, lastReread.snapshotId)
  expect(await page()).toMatchObject({
    source: { snapshot: { number: 2, text: changedArticle } },
    lastReread: null,
  })
})

test('what its owner put right stays, whatever the page says', async () => {
  const { id, page } = await readSourceOf()
  const { source } = await page()
  await correctSnapshot(database.app.prisma, id, {
    basedOn: source.snapshot?.id ?? '',
    title: '',
    text: `${bridgeArticle} And a line of my own.`,
  })
  await reread(id, pageOf(bridgeArticle))
  expect(await page()).toMatchObject({
    source: { snapshot: { reason: 'corrected' } },
    lastReread: { state: 'unchanged' },
  })
  await reread(id, pageOf(changedArticle))
  expect(await page()).toMatchObject({
    source: { snapshot: { reason: 'corrected' } },
    lastReread: { state: 'changed' },
  })
})

test('a second wish while one is at work adds nothing', async () => {
  const { id, page } = await readSourceOf()
  await Promise.all(Array.from({ length: 8 }, () => requestReread(database.app.prisma, id)))
  expect(await database.owner.prisma.reread.count({ where: { sourceId: id } })).toBe(1)
  expect((await page()).lastReread).toEqual({ state: 'at work' })
})

test('a page that is gone says so; one that fails for now is tried again first', async () => {
  const { id, page } = await readSourceOf()
  const gone = new AppError('page-not-found', 'The page answered 404: it isn’t there.', { status: 422 })
  await reread(id, () => Promise.reject(gone), false)
  expect((await page()).lastReread).toMatchObject({ state: 'failed', message: gone.message })
  const busy = new AppError('page-busy', 'Too many requests.', { status: 503, retryable: true })
  await expect(reread(id, () => Promise.reject(busy), false)).rejects.toBe(busy)
  expect((await page()).lastReread).toEqual({ state: 'at work' })
})

test('a wish whose job is gone ends as failed', async () => {
  const { id, page } = await readSourceOf()
  await requestReread(database.app.prisma, id)
  await database.owner.pool.query(
    `with old as (update rereads set created_at = now() - interval '1 minute' where source_id = $1 returning id)
     select graphile_worker.remove_job('reread:' || id) from old`,
    [id],
  )
  expect(await failAbandonedRereads(database.owner.pool)).toBeGreaterThanOrEqual(1)
  expect((await page()).lastReread).toMatchObject({ state: 'failed' })
})

test('a source is there for its owner alone', async () => {
  const { id } = await readSourceOf()
  await expect(readSourcePage(database.app.prisma, newVisitor(), id)).rejects.toMatchObject({ status: 404 })
})

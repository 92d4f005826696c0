import { expect, test } from 'vitest'
import { newVisitor } from '#tests/factories/submissions.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { correctSnapshot } from './correct-snapshot.ts'
import { keepSource } from './keep-source.ts'
import { readText } from './read-text.ts'
import { readSource } from './source-record.ts'
import { useSnapshot } from './use-snapshot.ts'

const database = cloneTestDatabase()
const markdown = `# The harbour in winter

The harbour freezes in most winters, and the ferry then lies at its berth until the ice breaks up in March.

> Nobody crosses alone, as the old rule says, and nobody crosses after dark.

\`\`\`
depth = 3

width = 40
\`\`\`

In spring the branches float away, and for a week nobody gets across at all.`

async function newSource() {
  const owner = newVisitor()
  await database.owner.prisma.visitor.create({ data: { id: owner.visitorId } })
  const snapshot = readText(markdown)
  const { id } = await database.app.prisma.$transaction((tx) =>
    keepSource(tx, owner, { origin: 'text', snapshot }),
  )
  return id
}
async function present(id: string) {
  const snapshot = (await readSource(database.app.prisma, id))?.snapshot
  if (!snapshot) throw new Error('no snapshot')
  return snapshot
}
const correct = (id: string, basedOn: string, text: string, title = 'The harbour in winter') =>
  correctSnapshot(database.app.prisma, id, { basedOn, title, text })

test('a correction counts from then on, and its passages keep what they are', async () => {
  const id = await newSource()
  const before = await present(id)
  const text = before.text
    .replace('most winters', 'every winter')
    .replace('after dark.', 'at night.')
    .replaceAll('\n', '\r\n')
  await correct(id, before.id, `${text}\r\n\r\nA line more.`, 'The harbour')
  const after = await present(id)
  expect(after).toMatchObject({
    number: 2,
    reason: 'corrected',
    title: 'The harbour',
    quality: { score: 100, doubt: null },
  })
  expect(after.text).toContain('every winter')
  expect(
    after.blocks.map(({ kind, start, end }) => [kind, after.text.slice(start, start + 12), end]),
  ).toEqual([
    ['heading', 'The harbour ', expect.any(Number)],
    ['paragraph', 'The harbour ', expect.any(Number)],
    ['quote', 'Nobody cross', expect.any(Number)],
    ['code', 'depth = 3\n\nw', expect.any(Number)],
    ['paragraph', 'In spring th', expect.any(Number)],
    ['paragraph', 'A line more.', expect.any(Number)],
  ])
})

test('nothing changed is no correction', async () => {
  const id = await newSource()
  const before = await present(id)
  await correct(id, before.id, before.text, before.title ?? '')
  expect((await present(id)).id).toBe(before.id)
})

test('of two corrections of one text the second is told, and nothing of it is lost or stored', async () => {
  const id = await newSource()
  const before = await present(id)
  const attempts = await Promise.allSettled(
    ['One', 'Two'].map((word) => correct(id, before.id, `${before.text} ${word} more sentence.`)),
  )
  expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'changed-meanwhile', status: 409, field: 'text' },
  })
  expect((await present(id)).number).toBe(2)
})

test.each([
  ['three words are left', 'only three words', 'The harbour', 'too-few-words'],
  ['it is endless', 'word '.repeat(70_000), 'The harbour', 'source-too-long'],
  ['its title is endless', markdown, 'x'.repeat(301), 'title-too-long'],
])('a correction is refused where %s', async (_, text, title, code) => {
  const id = await newSource()
  const before = await present(id)
  await expect(correct(id, before.id, text, title)).rejects.toMatchObject({ code, status: 422 })
  expect((await present(id)).id).toBe(before.id)
})

test('an earlier version can count again, and one of another source never', async () => {
  const id = await newSource()
  const before = await present(id)
  await correct(id, before.id, `${before.text} More.`)
  await useSnapshot(database.app.prisma, id, before.id)
  expect((await present(id)).id).toBe(before.id)
  const foreign = await present(await newSource())
  await expect(useSnapshot(database.app.prisma, id, foreign.id)).rejects.toMatchObject({ status: 404 })
  expect((await present(id)).id).toBe(before.id)
})

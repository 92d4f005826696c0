import { expect, test } from 'vitest'
import { atMillions, faultsOf, planPages } from '#tests/plans/plan-pages.ts'
import type { Statement } from '#tests/plans/record-statements.ts'

/*
 * PostgreSQL plans by its statistics and by how long files are, and both are pretended here (tests/plans/pretended-rows.ts).
 * That this tells what a million rows would: `npm run -s plans -- --real` plans the library's statements over the million threads of one person
 * that `npm run bench -- library --full` makes, beside the pretended plans.
 */
test('no statement of any page reads a large table from end to end, at a million rows in each', async () => {
  const planned = await planPages()
  expect(faultsOf(planned)).toEqual([])
  // It has seen pages of every kind.
  expect(planned.length).toBeGreaterThan(150)
  const asked = new Set(planned.flatMap(({ pages }) => [...pages]))
  for (const page of ['/', '/threads', '/threads/:threadId', '/s/:token', '/admin/audit', '/api/v1/threads'])
    expect(asked).toContain(page)
})

const statement = (text: string, values: unknown[] = [], isNamed = false): Statement => ({
  text,
  values,
  isNamed,
  pages: new Set(['/tried']),
})
const waysOf = async (...statements: Statement[]) =>
  (await atMillions(statements)).map(({ plan: { wholly } }) => wholly)

test('what reads on to the end is found: without an index, in the order of one, and where all are counted', async () => {
  expect(
    await waysOf(
      statement('select id from threads where title = $1', ['A title']),
      statement('select id from threads where title = $1 order by id limit 20', ['A title']),
      statement('select count(*) from threads'),
      statement('select id from users where name ilike $1 order by id limit 20', ['%lovelace%']),
    ),
  ).toEqual([
    ['threads from end to end'],
    [expect.stringMatching(/^threads by \w+, from end to end$|^threads from end to end$/)],
    [expect.stringMatching(/from end to end$/)],
    [],
  ])
})

test('what is found by a key, taken first of an order, or is one of few is fine', async () => {
  const id = '0198a000-0000-7000-8000-000000000000'
  expect(
    await waysOf(
      statement('select * from threads where id = $1', [id], true),
      statement('select * from threads order by id desc limit 20'),
      statement('select * from flags'),
      statement(`select count(*) from generations where status in ('queued', 'running')`),
    ),
  ).toEqual([[], [], [], []])
})

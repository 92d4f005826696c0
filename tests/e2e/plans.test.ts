import { expect, test } from 'vitest'
import { atMillions, faultsOf, planPages } from '#tests/plans/plan-pages.ts'
import type { Statement } from '#tests/plans/record-statements.ts'

/*
 * PostgreSQL plans by its statistics and by how long files are, and both are pretended here (tests/plans/pretended-rows.ts).
 * Whether that tells what a million rows would: `npm run -s plans -- --real` plans the library's statements over the million
 * threads of one person that `npm run bench -- library --full` makes and keeps, beside the pretended plans. Of 28, 27 took the
 * same ways; one took another index of the trash, and neither read on to an end.
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
test('what reads on to an end is found; what is found by a key, taken first of an order, or one of few is fine', async () => {
  const id = '0198a000-0000-7000-8000-000000000000'
  const planned = await atMillions([
    statement('select id from threads where title = $1', ['A title']),
    statement('select id from threads where title = $1 order by id limit 20', ['A title']),
    statement('select count(*) from threads'),
    statement('select id from users where name ilike $1 order by id limit 20', ['%lovelace%']),
    statement('select * from threads where id = $1', [id], true),
    statement('select * from threads order by id desc limit 20'),
    statement('select * from flags'),
    statement(`select count(*) from generations where status in ('queued', 'running')`),
  ])
  expect(planned.map(({ plan }) => plan.wholly)).toEqual([
    ['threads from end to end'],
    [expect.stringMatching(/^threads .*from end to end$/)],
    [expect.stringMatching(/^threads .*from end to end$/)],
    ...Array(5).fill([]),
  ])
})

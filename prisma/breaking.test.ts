import { describe, expect, test } from 'vitest'
import { breakingStatements } from './breaking.ts'
import { isLone, loneStatements } from './lone-migration.ts'
import { migrationFiles } from './migration-files.ts'

/** Those before were made when nothing ran that they could break. */
const ruleSince = '20261129'

describe('the migrations here', () => {
  const ruled = migrationFiles().filter(({ name }) => name >= ruleSince)
  test.each(ruled)('$name lets the release before go on', ({ script }) => {
    expect(breakingStatements(script)).toEqual([])
  })

  test('a lone one holds nothing but indexes that are made or dropped concurrently', () => {
    const lone = ruled.filter(({ script }) => isLone(script)).flatMap(({ script }) => loneStatements(script))
    for (const statement of lone)
      expect(statement).toMatch(/^(create (unique )?index|drop index) concurrently/i)
  })
})

describe('a statement that the release before may not bear is found', () => {
  test.each([
    ['drop table threads', 'takes away a table'],
    ['drop table if exists threads cascade', 'takes away a table'],
    ['alter table threads drop column title', 'takes away the column title'],
    ['alter table "threads" add column a int, drop column if exists "title"', 'takes away the column title'],
    ['alter table threads rename column title to name', 'renames a column'],
    ['alter table threads rename to strands', 'renames a table'],
    ["alter type verdict rename value 'partly' to 'half'", 'renames a value'],
    ['drop type verdict', 'takes away a type'],
    ['drop function enqueue_job(text)', 'takes away a function'],
    ['alter table threads alter column version type bigint', 'changes the type of version'],
    ['alter table threads alter column title set not null', 'refuses title without a value'],
    ['alter table threads alter column version drop default', 'takes the default of version'],
    ['alter table threads add column mood text not null', 'wants a value for mood'],
    ['alter table threads add constraint c check (version > 0)', 'add it NOT VALID'],
    ['alter table threads add foreign key (user_id) references users (id)', 'add it NOT VALID'],
    ['create index threads_mood on threads (mood)', 'make it concurrently'],
    ['create unique index threads_mood on threads (mood)', 'make it concurrently'],
    ['truncate threads', 'empties a table'],
  ])('%s', (statement, why) => {
    expect(breakingStatements(`select 1; ${statement}; select 2`)).toEqual([
      { statement, why: expect.stringContaining(why) },
    ])
  })
})

describe('what the release before bears is let pass', () => {
  test.each([
    'create table moods (id int primary key, name text not null); create index on moods (name); alter table moods add check (id > 0)',
    'alter table threads add column mood text',
    "alter table threads add column mood text not null default 'calm'",
    'alter table threads alter column title drop not null',
    'alter table threads alter column version set default 1',
    'alter table threads add constraint c check (version > 0) not valid',
    'alter table threads validate constraint c',
    'create index concurrently threads_mood on threads (mood)',
    'create index on signing_keys (kid)',
    'drop index threads_mood',
    "alter type verdict add value 'unknown'",
    "update threads set title = 'drop table threads'",
    "do $$ begin perform 'alter table threads drop column title'; end $$",
  ])('%s', (script) => {
    expect(breakingStatements(script)).toEqual([])
  })
})

test('the contract step says why it may go, at its own statement alone', () => {
  const marked =
    '-- contract: nothing reads it since 1.4, which went out in March\nalter table threads drop column title;'
  expect(breakingStatements(marked)).toEqual([])
  expect(breakingStatements(`${marked}\nalter table threads drop column mood;`)).toHaveLength(1)
  expect(breakingStatements('-- contract:\nalter table threads drop column title;')).toHaveLength(1)
  expect(breakingStatements("select '-- contract: no'; alter table threads drop column title")).toHaveLength(
    1,
  )
})

test('what is no SQL is no migration', () => {
  expect(() => breakingStatements('alter tabel threads')).toThrow('syntax error')
})

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sealedColumns, sealedInPassing } from './sealed-columns.ts'

const schema = readFileSync('prisma/schema.prisma', 'utf8')

/** Columns whose comment in the schema says that they are sealed, as `table.column`. */
function sealedInSchema(): string[] {
  return schema.split(/^model /m).flatMap((model) => {
    const table = /@@map\("(\w+)"\)/.exec(model)?.[1]
    const fields = model.matchAll(/^ {2}\/\/\/ (.*)\n {2}(\w+) .*$/gm)
    return [...fields]
      .filter(([, comment]) => /\bsealed\b/.test(comment ?? ''))
      .map(([field, , name]) => `${table}.${/@map\("(\w+)"\)/.exec(field)?.[1] ?? name}`)
  })
}

const sources = globSync('{app,jobs,server,local}/**/*.{ts,tsx}')
  .filter((path) => !/\.test\.tsx?$/.test(path) && path !== 'app/platform/reseal.server.ts')
  .map((path) => readFileSync(path, 'utf8'))

test('every column that the schema calls sealed is one that a new key reaches', () => {
  const listed = sealedColumns.map(({ table, column }) => `${table}.${column}`)
  expect(sealedInSchema().sort()).toEqual(listed.sort())
})

test('each of them is sealed at one place in the code, and nothing else is sealed anywhere', () => {
  const purposes = [...sealedColumns.map(({ purpose }) => purpose), ...sealedInPassing]
  const calls = sources.flatMap((text) => [...text.matchAll(/\bsealer\.seal\(/g)])
  expect(calls).toHaveLength(purposes.length)
  for (const purpose of purposes)
    expect(
      sources.filter((text) => /\bsealer\.seal\(/.test(text) && text.includes(`'${purpose}'`)),
      purpose,
    ).toHaveLength(1)
})

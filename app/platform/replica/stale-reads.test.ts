import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#local/run-child.ts'

/**
 * All that may be some seconds old. Before something is added: does it decide anything (a quota, a sign-in, a permission, the
 * version that an edit builds on)? Then it is read of the primary.
 */
const mayBeStale = [
  'app/features/sharing/read-shared-thread.ts',
  'app/routes/_index/route.tsx',
  'app/routes/account.activity/route.tsx',
  'app/routes/account.numbers/route.tsx',
  'app/routes/admin._index/route.tsx',
  'app/routes/admin.audit/route.tsx',
  'app/routes/admin.flags_.compare/route.tsx',
  'app/routes/admin.mail/route.tsx',
  'app/routes/admin.money/route.tsx',
  'app/routes/admin.newsletter._index/route.tsx',
  'app/routes/admin.numbers/route.tsx',
  'app/routes/palette/route.ts',
  'app/routes/threads._index/route.tsx',
]

test('only lists, numbers and public pages are read where they may be stale, and by the one door', () => {
  const files = ['app', 'server', 'jobs', 'local'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name}`)
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)),
  )
  const saying = (what: RegExp) => files.filter((name) => what.test(readFileSync(join(root, name), 'utf8')))
  const ofTheRoom = (name: string) => name.startsWith('app/platform/replica/')
  expect(
    saying(/\breadStale\b/)
      .filter((name) => !ofTheRoom(name))
      .sort(),
  ).toEqual(mayBeStale)
  expect(saying(/\breplica\??\.(read|written)\(/).filter((name) => !ofTheRoom(name))).toEqual([])
})

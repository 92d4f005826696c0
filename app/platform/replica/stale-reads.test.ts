import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#local/run-child.ts'
import { neverReplayed, positionSchema } from './position.ts'
import type { Replica } from './replica.ts'
import { staleReadsOf } from './stale-reads.server.ts'

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

const env = {
  mode: 'test',
  sessionSecret: 'a-session-secret-of-the-tests-0001',
  databaseReplica: { url: 'postgres://standby.example/threadr', mostLagMs: 10_000 },
} as const

/** A replica that notes up to where each read wants it to be; the log is written up to 16/B374D848. */
function noting() {
  const asked: (bigint | null)[] = []
  const replica: Replica = {
    async read(after) {
      asked.push(after)
      throw new Error('noted')
    },
    written: async () => written,
    standing: () => ({ state: 'used', lagMs: 0 }),
    onRead() {},
    onLook() {},
    async close() {},
  }
  return { asked, replica }
}
const written = positionSchema.parse('16/B374D848')
const read = async () => 'read'

test('a browser that wrote reads what was written up to then, and others whatever there is', async () => {
  const { asked, replica } = noting()
  const cookies: string[] = []
  const form = staleReadsOf(
    { method: 'POST', cookies: null, setCookie: (cookie) => cookies.push(cookie) },
    replica,
    env,
  )
  await form.readStale(read).catch(() => {})
  await form.noteWrite()
  await form.readStale(read).catch(() => {})
  // Whatever answers a form is read of the primary, before it has written as well as after.
  expect(asked).toEqual([neverReplayed, neverReplayed])
  expect(cookies).toEqual([
    expect.stringMatching(/^written-\w+=.*; Max-Age=70; Path=\/; HttpOnly; SameSite=Lax$/),
  ])

  const page = (cookies: string | null) =>
    staleReadsOf({ method: 'GET', cookies, setCookie() {} }, replica, env)
      .readStale(read)
      .catch(() => {})
  const mark = cookies[0]?.split(';', 1)[0] ?? ''
  for (const sent of [mark, null, mark.replace(/=.*/, '=nonsense')]) await page(sent)
  expect(asked.slice(2)).toEqual([written, null, null])
})

test('without a replica no cookie is set, and nothing is asked of the log', async () => {
  const cookies: string[] = []
  const { noteWrite } = staleReadsOf(
    { method: 'POST', cookies: null, setCookie: (cookie) => cookies.push(cookie) },
    { ...noting().replica, standing: () => ({ state: 'none' }) },
    { ...env, databaseReplica: null },
  )
  await noteWrite()
  expect(cookies).toEqual([])
})

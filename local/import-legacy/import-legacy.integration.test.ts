import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { planOf } from '#app/features/billing/plan-of.ts'
import { readCapture } from '#app/features/captures/capture-record.ts'
import { sweepCaptureRequests } from '#app/features/captures/sweep-requests.ts'
import { writeLetters } from '#app/features/captures/write-letters.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import { days } from '#app/platform/durations.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { type RedisServer, redisProgram, startRedisServer } from '#tests/setup/redis-server.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { root } from '../run-child.ts'
import { hostileRecords, whyLeft } from './hostile-records.fixture.ts'
import { runImport } from './run-import.ts'
import { openStore } from './store.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)
let server: RedisServer
let redis: Redis

describe.skipIf(!redisProgram)('what the earlier Threadr kept in Redis', () => {
  beforeAll(async () => {
    server = await startRedisServer()
    redis = new Redis(server.url)
  })
  afterAll(async () => {
    redis?.disconnect()
    await server?.close()
  })
  beforeEach(async () => {
    await redis.flushall()
    await database.owner.pool.query('delete from legacy_keys; delete from legacy_cursors')
  })

  const run = async (options: { isTrial?: boolean; endless?: Date | null } = {}) => {
    const store = await openStore(server.url)
    try {
      const { prisma: db } = database.owner
      return await runImport({ db, store, url: server.url, isTrial: false, endless: null, ...options })
    } finally {
      store.close()
    }
  }
  const json = (key: string, value: unknown) => redis.set(key, JSON.stringify(value))
  const userOf = (email: string) => database.owner.prisma.user.findUniqueOrThrow({ where: { email } })
  const mails = () => database.owner.prisma.mail.count()
  const nextYear = new Date(Date.now() + days(365))

  test('becomes people, plans, threads and addresses, once, however often it is run', async () => {
    await json('user_sessions:u1', {
      user_id: 'u1',
      email: ' Ada@Example.com ',
      name: 'Ada',
      created_at: '2024-05-01T10:00:00Z',
      token: 'secret-token',
    })
    await redis.hset('user_sessions:u2', { email: 'bo@example.com', created_at: '1714557600' })
    await json('user_sessions:u3', [{ token: 'x' }, { user: { email: 'cy@example.com' } }])
    await json('premium_access:u1', { active: true, expires_at: nextYear.toISOString() })
    await redis.hset('premium_access:u2', {
      is_premium: '1',
      expires_at: String(Math.floor(nextYear.getTime() / 1000)),
    })
    await redis.set('premium_access:u3', 'true', 'EX', 3600)
    const [first = '', second = ''] = bridgeArticle.split('\n\n')[1]?.split('. ') ?? []
    await json('thread_cache:aaa', {
      user_id: 'u1',
      source_text: bridgeArticle,
      tweets: [first, { text: second }, 'The bridge weighs 90,000 tonnes.'],
      title: 'The bridge',
      created_at: 1714557600,
    })
    await redis.hset('thread_cache:bbb', {
      user_id: 'u1',
      thread: JSON.stringify(['One.', `${'A long sentence of many words. '.repeat(20)}`]),
      url: 'https://example.com/a',
    })
    await json('thread_cache:ccc', { userId: 'u1', tweets: ['Of nothing that is known.'] })
    await json('email_captures:dee@example.com', {
      email: 'dee@example.com',
      confirmed: true,
      newsletter: true,
      confirmed_at: '2024-06-01',
      source: 'landing',
    })
    await json('email_captures:eve@example.com', { newsletter: true, timestamp: 1714557600000 })
    const before = await mails()

    const report = await run()
    expect(report?.left).toEqual([])
    expect(report?.families).toMatchObject({
      user_sessions: { scanned: 3, imported: 3 },
      premium_access: { imported: 3 },
      thread_cache: { imported: 3 },
      email_captures: { imported: 2 },
    })
    const again = await run()
    expect(again?.families).toMatchObject({
      user_sessions: { imported: 0, before: 3 },
      premium_access: { imported: 0, before: 3 },
      thread_cache: { imported: 0, before: 3 },
      email_captures: { imported: 0, before: 2 },
    })
    expect(await mails()).toBe(before)

    const ada = await userOf('ada@example.com')
    expect(ada).toMatchObject({
      name: 'Ada',
      passwordHash: null,
      createdAt: new Date('2024-05-01T10:00:00Z'),
    })
    expect(await database.owner.prisma.session.count({ where: { userId: ada.id } })).toBe(0)
    for (const email of ['ada@example.com', 'bo@example.com', 'cy@example.com'])
      expect((await planOf(database.app.pool, { userId: (await userOf(email)).id })).name).toBe('pro')

    const threads = await database.owner.prisma.thread.findMany({
      where: { userId: ada.id },
      orderBy: { submissionKey: 'asc' },
    })
    expect(threads).toHaveLength(3)
    const [checked, cut, unknown] = await Promise.all(
      threads.map(({ id }) => readThread(database.app.prisma, { userId: ada.id }, id)),
    )
    expect(checked).toMatchObject({ title: 'The bridge' })
    expect(checked?.tweets.map(({ verdict }) => verdict)).toEqual([
      'supported',
      'supported',
      expect.stringMatching(/unsupported|partly/),
    ])
    expect(checked?.tweets[0]?.spans).not.toEqual([])
    expect(cut?.tweets.length).toBeGreaterThan(2)
    expect(
      cut?.tweets
        .map(({ text }) => text)
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    ).toBe(`One. ${'A long sentence of many words. '.repeat(20)}`.trim())
    expect(unknown?.tweets.map(({ verdict }) => verdict)).toEqual(['unsupported'])
    const entries = await database.owner.prisma.libraryEntry.findMany({ where: { owner: ada.id } })
    expect(entries.map(({ state, isDoubted }) => [state, isDoubted])).toEqual([
      ['ready', true],
      ['ready', true],
      ['ready', true],
    ])

    const captures = await database.owner.prisma.capture.findMany({
      orderBy: { email: 'asc' },
      where: { email: { in: ['dee@example.com', 'eve@example.com'] } },
    })
    expect(captures).toMatchObject([
      {
        wantsNews: true,
        confirmedAt: new Date('2024-06-01'),
        nextMailAt: null,
        consent: expect.stringContaining('Imported'),
      },
      {
        wantsNews: false,
        confirmedAt: null,
        nextMailAt: null,
        consent: expect.stringContaining('noted no confirmation'),
      },
    ])
    expect(await readCapture(database.app.prisma, captures[1]?.id ?? '')).toMatchObject({ confirmedAt: null })
    await writeLetters(
      { prisma: database.owner.prisma, sealer: world.sealer, appUrl: 'https://a.example' },
      nextYear,
    )
    expect(await mails()).toBe(before)
    // Who never confirms is not kept for good.
    await sweepCaptureRequests(database.owner.prisma, new Date(Date.now() + days(91)))
    expect(
      await database.owner.prisma.capture.findMany({ where: { id: { in: captures.map(({ id }) => id) } } }),
    ).toHaveLength(1)
  })

  test('whoever has an account by now keeps it, and gets what was theirs', async () => {
    const { id, email } = await world.person()
    const { passwordHash } = await userOf(email)
    await json('user_sessions:old', { email })
    await json('premium_access:old', { active: true, expires_at: nextYear.toISOString() })
    await json(`email_captures:${email}`, { confirmed: true, newsletter: true })
    await run()
    expect(await userOf(email)).toMatchObject({ id, passwordHash })
    expect((await planOf(database.app.pool, { userId: id })).name).toBe('pro')
    expect(await database.owner.prisma.capture.findUnique({ where: { email } })).toMatchObject({ userId: id })
  })

  test('a plan ends when its time is over', async () => {
    await json('user_sessions:short', { email: 'short@example.com' })
    await json('premium_access:short', { active: true, expires_at: nextYear.toISOString() })
    await run()
    const { id } = await userOf('short@example.com')
    await database.owner.prisma.planGrant.updateMany({ where: { userId: id }, data: { until: new Date() } })
    expect((await planOf(database.app.pool, { userId: id })).name).toBe('free')
  })

  test('what can’t be taken over is left, counted by why, and tried again the next time', async () => {
    for (const [key, value] of Object.entries(hostileRecords))
      await (typeof value === 'string' ? redis.set(key, value) : json(key, value))
    await redis.lpush('user_sessions:list', 'a')
    await redis.set('user_sessions:binary', Buffer.from([0xff, 0xfe, 0x00, 0x80]))
    await redis.set('email_captures:huge@example.com', 'x'.repeat(3_000_000))
    await redis.hset('user_sessions:deep', { user: `${'['.repeat(50_000)}${']'.repeat(50_000)}` })
    await json('other:key', { email: 'other@example.com' })

    const report = await run()
    const why = Object.fromEntries((report?.left ?? []).map(({ key, reason }) => [key, reason]))
    expect(why).toEqual(whyLeft)
    expect(report?.families.thread_cache.imported).toBe(1)
    expect(await userOf('known@example.com')).toMatchObject({ name: 'Nul name' })
    // By the next time it was put right.
    await json('user_sessions:none', { email: 'found@example.com' })
    expect((await run({ endless: nextYear }))?.families.user_sessions).toMatchObject({
      imported: 1,
      before: 1,
    })
    expect(await userOf('found@example.com')).toMatchObject({ passwordHash: null })
  })

  test('a trial says the same and keeps nothing', async () => {
    await json('user_sessions:t1', { email: 'trial@example.com' })
    await json('premium_access:t1', { active: true, expires_at: nextYear.toISOString() })
    await json('thread_cache:t1', { user_id: 't1', tweets: ['One.'], source_text: bridgeArticle })
    await json('email_captures:trial2@example.com', {})
    const { rows: before } = await database.owner.pool.query(
      'select (select count(*) from users) as u, (select count(*) from threads) as t, (select count(*) from captures) as c, (select count(*) from legacy_keys) as k, (select count(*) from audit_events) as a',
    )
    const trial = await run({ isTrial: true })
    const { rows: after } = await database.owner.pool.query(
      'select (select count(*) from users) as u, (select count(*) from threads) as t, (select count(*) from captures) as c, (select count(*) from legacy_keys) as k, (select count(*) from audit_events) as a',
    )
    expect(after).toEqual(before)
    const real = await run()
    expect(trial?.families).toEqual(real?.families)
  })

  test('killed in its middle and run again, it goes on where it was and takes over each key once', async () => {
    const count = 700
    const pipeline = redis.pipeline()
    for (let at = 0; at < count; at += 1) pipeline.set(`email_captures:many${at}@example.com`, '{}')
    await pipeline.exec()
    const folder = mkdtempSync(join(tmpdir(), 'threadr-import-'))
    const file = join(folder, 'report.json')
    const start = () =>
      spawn(
        process.execPath,
        [
          '--disable-warning=ExperimentalWarning',
          'local/import-legacy/main.ts',
          server.url,
          '--report',
          file,
        ],
        {
          cwd: root,
          env: { ...process.env, DATABASE_URL: database.ownerUrl, STORAGE_FOLDER: folder },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
    const done = async () =>
      (await database.owner.pool.query('select count(*)::int as n from legacy_keys')).rows[0].n
    const victim = start()
    const ended = once(victim, 'exit')
    await expect.poll(done, { interval: 5 }).toBeGreaterThan(250)
    victim.kill('SIGKILL')
    await ended
    const atKill = await done()
    expect(atKill).toBeLessThan(count)
    const [status] = await once(start(), 'exit')
    expect(status).toBe(0)
    const { rows } = await database.owner.pool.query(
      "select count(*)::int as n, count(distinct email)::int as d from captures where email like 'many%'",
    )
    expect(rows[0]).toEqual({ n: count, d: count })
    expect(await done()).toBe(count)
    const report = JSON.parse(readFileSync(file, 'utf8'))
    expect(report.families.email_captures.scanned).toBeLessThan(count)
    rmSync(folder, { recursive: true, force: true })
  })

  test('two runs at once share the keys', async () => {
    for (let at = 0; at < 60; at += 1)
      await json(`user_sessions:at-once-${at}`, { email: `at-once-${at}@example.com` })
    const reports = await Promise.all([run(), run()])
    const imported = reports.map((report) => report?.families.user_sessions.imported ?? 0)
    expect(imported.reduce((sum, each) => sum + each)).toBe(60)
    expect(await database.owner.prisma.user.count({ where: { email: { startsWith: 'at-once-' } } })).toBe(60)
  })
})

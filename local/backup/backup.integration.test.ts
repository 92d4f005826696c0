import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openLocalDatabase } from '../database.ts'
import { ownerUrl } from '../postgres/cluster.ts'
import { leasePostgres } from '../postgres/lease.ts'
import { backUpFolder } from './back-up.ts'
import { readOpening } from './copy-file.ts'
import { drill } from './drill.ts'
import { newKey, open, readKeys } from './keys.ts'
import { restoreFolder } from './restore.ts'

/** A data folder with a migrated database on which somebody writes all the time, and a copy of it. */
const place = mkdtempSync(join(tmpdir(), 'threadr-backup-'))
chmodSync(place, 0o755)
const folder = join(place, 'data')
const copy = join(place, 'copy.age')
let secret = ''
const close: (() => Promise<void>)[] = []

beforeAll(async () => {
  process.env.THREADR_DATA = folder
  const database = await openLocalDatabase('always', new AbortController().signal)
  delete process.env.THREADR_DATA
  close.push(() => database.release())
  const pool = new pg.Pool({ connectionString: database.ownerUrl })
  close.unshift(() => pool.end())
  const write = (count: number) =>
    pool.query('insert into visitors (id) select gen_random_uuid() from generate_series(1, $1)', [count])
  await write(20_000)
  await pool.query('create table marks (id int primary key)')
  mkdirSync(join(folder, 'uploads', 'ab'), { recursive: true })
  writeFileSync(join(folder, 'uploads', 'ab', 'file'), 'a file of somebody’s')
  let done = false
  // Whole transactions of a hundred, and tables that come and go under the copy's hands.
  const busy = (async () => {
    for (let count = 0; !done; count += 1) {
      await write(100)
      await pool.query(
        `create table busy_${count} as select generate_series(1, 1000); drop table busy_${count}`,
      )
      await pool.query('truncate marks; insert into marks select generate_series(1, 500)')
    }
  })()
  secret = (await newKey()).secret
  await backUpFolder(folder, copy, await readKeys(secret))
  done = true
  await busy
  // After the copy: nothing of this is in it.
  await pool.query('truncate marks')
}, 120_000)
afterAll(async () => {
  for (const each of close) await each()
  rmSync(place, { recursive: true, force: true })
})

test('a copy of a database that is written to is whole, and as it was at one moment', async () => {
  const target = join(place, 'restored')
  await restoreFolder(copy, target, await readKeys(secret))
  const lease = await leasePostgres(target)
  onTestFinished(lease.release)
  const client = new pg.Client({ connectionString: ownerUrl(lease.cluster, lease.port, 'threadr') })
  await client.connect()
  const { rows } = await client.query(
    'select (select count(*)::int from visitors) as visitors, (select count(*)::int from marks) as marks',
  )
  await client.end()
  expect(rows[0].visitors).toBeGreaterThanOrEqual(20_000)
  expect(rows[0].visitors % 100).toBe(0)
  expect([0, 500]).toContain(rows[0].marks)
  expect(readFileSync(join(target, 'uploads', 'ab', 'file'), 'utf8')).toBe('a file of somebody’s')
  // Passwords and secrets came along, and nobody else may read them.
  const kept = JSON.parse(readFileSync(join(target, 'local.json'), 'utf8'))
  expect(kept.sessionSecret).toBe(JSON.parse(readFileSync(join(folder, 'local.json'), 'utf8')).sessionSecret)
})

test('the drill says what a copy holds and leaves nothing behind', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('threadr-drill-'))
  expect(await drill(copy, await readKeys(secret))).toMatchObject({ users: 0, threads: 0, isBehind: false })
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('threadr-drill-'))).toEqual(before)
})

test('what is sealed shows nothing, and one half of a key seals while only the other opens', async () => {
  const bytes = readFileSync(copy)
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(bytes.includes('threadr-backup')).toBe(false)
  const { secret: other, recipient } = await newKey()
  await expect(restoreFolder(copy, join(place, 'a'), await readKeys(other))).rejects.toThrow(
    'sealed with another',
  )
  await expect(restoreFolder(copy, join(place, 'a'), await readKeys(recipient))).rejects.toThrow(
    'no secret key',
  )
  // A new key goes before the old one, which goes on opening.
  const opened = await readOpening(open(await readKeys(`${other}, ${secret}`), createReadStream(copy)))
  await opened.rest.return(undefined)
  expect(opened.opening).toMatchObject({ kind: 'folder', server: expect.any(Number) })
})

test.each([
  [
    'with one byte changed',
    (bytes: Buffer) =>
      Buffer.concat([
        bytes.subarray(0, 300_000),
        Buffer.from([(bytes[300_000] ?? 0) ^ 1]),
        bytes.subarray(300_001),
      ]),
  ],
  ['cut off at the end of a chunk or elsewhere', (bytes: Buffer) => bytes.subarray(0, bytes.length - 70_000)],
  ['with a chunk too many', (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(-65_552)])],
])('a copy %s is refused, and nothing is left of it', async (_, damage) => {
  const damaged = join(place, 'damaged.age')
  writeFileSync(damaged, damage(readFileSync(copy)))
  const target = join(place, 'from-damaged')
  await expect(restoreFolder(damaged, target, await readKeys(secret))).rejects.toThrow('damaged or cut off')
  expect(readdirSync(place).filter((name) => name.startsWith('from-damaged'))).toEqual([])
})

test('nothing that is there is written over', async () => {
  const keys = await readKeys(secret)
  await expect(restoreFolder(copy, folder, keys)).rejects.toThrow('is not empty')
  await expect(backUpFolder(folder, copy, keys)).rejects.toThrow('is there already')
  await expect(restoreFolder(join(place, 'none.age'), join(place, 'b'), keys)).rejects.toThrow(
    'There is no file',
  )
  expect(existsSync(join(place, 'b'))).toBe(false)
})

test.each([[undefined], [''], ['a password'], ['AGE-SECRET-KEY-1NONE']])('%s is no key', async (value) => {
  await expect(readKeys(value)).rejects.toThrow('BACKUP_KEY')
})

import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { isAlive } from '../processes.ts'
import { ownerUrl } from './cluster.ts'
import { leasePostgres, type PostgresLease } from './lease.ts'
import { serverProcess } from './server-process.ts'

/** A data folder that has been used and closed; tests copy it, which is quicker than making one. */
let used: string
beforeAll(async () => {
  used = temporary()
  await (await open(used)).release()
  return () => rmSync(used, { recursive: true })
})

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'threadr-lease-'))
  chmodSync(folder, 0o755)
  return folder
}

function ofTest(folder: string): string {
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const open = (folder: string, signal?: AbortSignal) => leasePostgres(folder, { durable: false, signal })

function copyOf(folder: string): string {
  const copy = ofTest(temporary())
  // As an administrator copies it, with its owners.
  execFileSync('cp', ['-pR', `${folder}/.`, copy])
  return copy
}

async function ask(lease: PostgresLease, statement: string) {
  const client = new pg.Client({ connectionString: ownerUrl(lease.cluster, lease.port, 'postgres') })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded database', () => {
  test('goes with its data folder when that is moved', async () => {
    const folder = copyOf(used)
    const before = await open(folder)
    await ask(before, 'create table kept (id int)')
    await before.release()
    const moved = ofTest(`${folder}-moved`)
    renameSync(folder, moved)
    const after = await open(moved)
    expect(await ask(after, "select to_regclass('kept')::text as name")).toEqual([{ name: 'kept' }])
    await after.release()
  })

  test('is another one in a copy, also in a copy of a folder that is in use', async () => {
    const folder = copyOf(used)
    const original = await open(folder)
    const copy = await open(copyOf(folder))
    expect(copy.port).not.toBe(original.port)
    const server = serverProcess(copy.cluster)?.pid ?? 0
    await copy.release()
    expect(isAlive(server)).toBe(false)
    expect(await ask(original, 'select 1 as one')).toEqual([{ one: 1 }])
    await original.release()
  })

  test('leaves no server behind, however early in its start it is broken off', async () => {
    const folder = copyOf(used)
    for (let afterMs = 0; afterMs < 60; afterMs += 1) {
      const breakOff = new AbortController()
      const timer = setTimeout(() => breakOff.abort(), afterMs)
      await open(folder, breakOff.signal).then(
        (lease) => lease.release(),
        (error) => expect(error).toMatchObject({ name: 'AbortError' }),
      )
      clearTimeout(timer)
      expect([afterMs, existsSync(join(folder, 'postgres/postmaster.pid'))]).toEqual([afterMs, false])
    }
  })

  test('starts though its last server’s number belongs to another program now, which it leaves alone', async () => {
    const folder = copyOf(used)
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    onTestFinished(() => void other.kill('SIGKILL'))
    writeFileSync(join(folder, 'postgres/postmaster.pid'), `${other.pid}\n${folder}\n0\n5432\n`)
    const lease = await open(folder)
    await lease.release()
    expect(isAlive(other.pid ?? 0)).toBe(true)
  })

  test('is stopped by the last one who leaves, and holds no one who was killed', async () => {
    const folder = copyOf(used)
    const [first, second] = [await open(folder), await open(folder)]
    const server = serverProcess(first.cluster)?.pid ?? 0
    writeFileSync(join(folder, 'holders', String(process.pid)), '')
    await first.release()
    expect(isAlive(server)).toBe(true)
    await second.release()
    expect(isAlive(server)).toBe(false)
  })

  test('comes back on the same port', async () => {
    const lease = await open(copyOf(used))
    const server = serverProcess(lease.cluster)?.pid ?? 0
    process.kill(server, 'SIGKILL')
    await expect.poll(() => isAlive(server)).toBe(false)
    await expect
      .poll(async () => lease.revive(new AbortController().signal).then(() => 'revived'), { timeout: 10_000 })
      .toBe('revived')
    expect(await ask(lease, 'select 1 as one')).toEqual([{ one: 1 }])
    await lease.release()
  })
})

describe('a data folder that can’t be used', () => {
  test('is never begun anew where its database is gone', async () => {
    const folder = copyOf(used)
    rmSync(join(folder, 'postgres'), { recursive: true })
    await expect(open(folder)).rejects.toThrow(/is damaged: its database, .*postgres, is gone/)
  })

  test('says at once that its passwords are missing', async () => {
    const folder = copyOf(used)
    rmSync(join(folder, 'local.json'))
    await expect(open(folder)).rejects.toThrow(/local\.json is missing/)
  })

  test('says at once that its passwords belong to another database', async () => {
    const folder = copyOf(used)
    const settings = JSON.parse(readFileSync(join(folder, 'local.json'), 'utf8'))
    writeFileSync(join(folder, 'local.json'), JSON.stringify({ ...settings, ownerPassword: 'other' }))
    await expect(open(folder)).rejects.toThrow(/doesn’t take the password in local\.json/)
  })

  test('tells what PostgreSQL says of damaged files', async () => {
    const folder = copyOf(used)
    rmSync(join(folder, 'postgres/global/pg_control'))
    await expect(open(folder)).rejects.toThrow(/could not .*pg_control|could not find the database system/)
  })
})

describe.runIf(process.getuid?.() === 0)('a data folder that only root may enter', () => {
  test('has its database elsewhere, whatever the umask; moved it finds it, copied it does not share it', async () => {
    const umask = process.umask(0o077)
    onTestFinished(() => void process.umask(umask))
    const folder = ofTest(mkdtempSync(join(tmpdir(), 'threadr-lease-')))
    const lease = await open(folder)
    const { folder: cluster } = lease.cluster
    ofTest(dirname(cluster))
    expect(cluster.startsWith(folder)).toBe(false)
    await lease.release()

    const copy = ofTest(`${folder}-copy`)
    cpSync(folder, copy, { recursive: true })
    await expect(open(copy)).rejects.toThrow(`is a copy of ${folder}`)

    const moved = ofTest(`${folder}-moved`)
    renameSync(folder, moved)
    chmodSync(dirname(cluster), 0o700)
    const again = await open(moved)
    expect(again.cluster.folder).toBe(cluster)
    await again.release()
  })
})

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { migrate } from '../database.ts'
import { freePort } from '../free-port.ts'
import { giveTo, unprivilegedUser } from '../postgres/unprivileged-user.ts'
import { backUpDatabase } from './back-up.ts'
import { newKey, readKeys } from './keys.ts'
import { restoreDatabase } from './restore.ts'

/** A PostgreSQL of the system with its own programs, as a server elsewhere has them; null where there is none. */
const debian = '/usr/lib/postgresql'
const version = existsSync(debian)
  ? readdirSync(debian).find(
      (name) =>
        existsSync(join(debian, name, 'bin/postgres')) && existsSync(join(debian, name, 'bin/pg_dump')),
    )
  : undefined

/** Such a server, empty, without a password. */
async function startServer(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'threadr-elsewhere-'))
  chmodSync(folder, 0o755)
  const user = unprivilegedUser()
  if (user) giveTo(user, folder)
  const program = (name: string) => join(debian, version ?? '', 'bin', name)
  execFileSync(program('initdb'), ['-D', join(folder, 'db'), '-U', 'threadr', '-A', 'trust', '--no-sync'], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  })
  const port = await freePort()
  const options = ['-D', join(folder, 'db'), '-p', `${port}`, '-k', folder, '-h', '127.0.0.1', '-F']
  const server = spawn(program('postgres'), options, { ...user, cwd: '/', stdio: 'ignore' })
  onTestFinished(async () => {
    const ended = once(server, 'exit')
    server.kill('SIGQUIT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  const url = `postgres://threadr@127.0.0.1:${port}`
  await expect
    .poll(() =>
      ask(`${url}/postgres`, 'select 1').then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
  return url
}

async function ask(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

describe.skipIf(!version)('a database elsewhere', () => {
  test('is copied by its own programs and put into an empty one, with the rights of the web process', async () => {
    const url = await startServer()
    const folder = mkdtempSync(join(tmpdir(), 'threadr-dump-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    await ask(`${url}/postgres`, 'create role web login')
    for (const name of ['here', 'there', 'damaged']) await ask(`${url}/postgres`, `create database ${name}`)
    await migrate(`${url}/here`, 'web')
    await ask(
      `${url}/here`,
      'insert into visitors (id) select gen_random_uuid() from generate_series(1, 500)',
    )
    const copy = join(folder, 'copy.age')
    const keys = await readKeys((await newKey()).secret)
    await backUpDatabase(`${url}/here`, copy, keys)
    await restoreDatabase(copy, `${url}/there`, keys)
    const rights = `select (select count(*)::int from visitors) as visitors,
      has_table_privilege('web', 'audit_events', 'insert') as adds, has_table_privilege('web', 'audit_events', 'delete') as removes,
      has_table_privilege('web', 'worker_pools', 'select') as pools`
    expect(await ask(`${url}/there`, rights)).toEqual([
      { visitors: 500, adds: true, removes: false, pools: false },
    ])
    await expect(restoreDatabase(copy, `${url}/there`, keys)).rejects.toThrow('holds tables already')
    writeFileSync(copy, readFileSync(copy).subarray(0, -20_000))
    await expect(restoreDatabase(copy, `${url}/damaged`, keys)).rejects.toThrow('damaged or cut off')
    expect(
      await ask(`${url}/damaged`, "select count(*)::int as n from pg_tables where schemaname = 'public'"),
    ).toEqual([{ n: 0 }])
  })

  test('is not copied by programs older than its server', async () => {
    // The embedded one is newer than any that systems come with.
    const server = inject('testServer')
    const url = server.ownerUrl.replace('DATABASE', server.template)
    const copy = join(tmpdir(), `threadr-never-${process.pid}.age`)
    await expect(backUpDatabase(url, copy, await readKeys((await newKey()).secret))).rejects.toThrow(
      'install that version',
    )
    expect(existsSync(copy)).toBe(false)
  })
})

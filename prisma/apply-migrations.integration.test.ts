import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest'
import { applyMigrations } from './apply-migrations.ts'
import { migrationFiles } from './migration-files.ts'
import { filters, migrationsList, schemaEngine } from './schema-engine.ts'

let url: string
let client: pg.Client

/** An empty database of the test's own. */
beforeEach(async () => {
  const server = inject('testServer')
  const name = `migrate_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: server.ownerUrl.replace('DATABASE', 'postgres') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  url = server.ownerUrl.replace('DATABASE', name)
  client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })
})

const tables = async () => {
  const { rows } = await client.query(
    "select table_name from information_schema.tables where table_schema = 'public' and table_name <> '_prisma_migrations'",
  )
  return rows.map((row) => row.table_name)
}

const first = { name: '1_first', script: 'create table a (id int); create table b (id int);' }
const second = {
  name: '2_second',
  script: `create function twice(n int) returns int language plpgsql as $$ begin n := n * 2; return n; end $$;
    insert into a values (twice(2));`,
}

describe('migrating', () => {
  test('applies what is new, in order, once', async () => {
    expect(await applyMigrations(client, [first])).toEqual(['1_first'])
    expect(await applyMigrations(client, [first, second])).toEqual(['2_second'])
    expect(await applyMigrations(client, [first, second])).toEqual([])
    expect((await client.query('select id from a')).rows).toEqual([{ id: 4 }])
  })

  test('leaves nothing of a migration that breaks off in its middle, and completes it the next time', async () => {
    const broken = { ...first, script: `${first.script} select 1 / 0;` }
    await expect(applyMigrations(client, [broken])).rejects.toThrow(
      'migration 1_first failed, division by zero',
    )
    expect(await tables()).toEqual([])
    expect(await applyMigrations(client, [first])).toEqual(['1_first'])
  })

  test('leaves nothing of a migration whose process is killed in its middle', async () => {
    const slow = { ...first, script: `${first.script} select pg_sleep(60);` }
    const victim = new pg.Client({ connectionString: url })
    victim.on('error', () => {})
    await victim.connect()
    const { rows } = await victim.query('select pg_backend_pid() as pid')
    const cut = expect(applyMigrations(victim, [slow])).rejects.toThrow('1_first failed')
    const asleep = async () =>
      (
        await client.query("select 1 from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'", [
          rows[0].pid,
        ])
      ).rowCount
    await expect.poll(asleep).toBe(1)
    await client.query('select pg_terminate_backend($1)', [rows[0].pid])
    await cut
    expect(await tables()).toEqual([])
    expect(await applyMigrations(client, [first])).toEqual(['1_first'])
  })

  test('runs a lone one outside of a transaction, and again from its start where it was cut off', async () => {
    await applyMigrations(client, [first])
    const lone = {
      name: '2_lone',
      script:
        '-- lone\n-- A large table.\ndrop index concurrently if exists a_id;\ncreate index concurrently a_id on a (id);\n',
    }
    const broken = { ...lone, script: `${lone.script}create index concurrently a_no on a (no_such);\n` }
    await expect(applyMigrations(client, [first, broken])).rejects.toThrow('2_lone failed')
    expect(await applyMigrations(client, [first, lone])).toEqual(['2_lone'])
    expect(await applyMigrations(client, [first, lone])).toEqual([])
    const { rows } = await client.query("select indisvalid from pg_index where indexrelid = 'a_id'::regclass")
    expect(rows).toEqual([{ indisvalid: true }])
  })

  test('refuses a migration that was changed after it was applied, other than in its line ends', async () => {
    const lines = { ...first, script: 'create table a (id int);\ncreate table b (id int);\n' }
    await applyMigrations(client, [lines])
    expect(
      await applyMigrations(client, [{ ...lines, script: lines.script.replaceAll('\n', '\r\n') }]),
    ).toEqual([])
    await expect(applyMigrations(client, [{ ...lines, script: `${lines.script}-- more` }])).rejects.toThrow(
      'prisma/migrations/1_first was changed after it was applied',
    )
  })

  test('refuses a database that a newer version has migrated', async () => {
    await applyMigrations(client, [first, second])
    await expect(applyMigrations(client, [first])).rejects.toThrow('has the migration 2_second')
  })

  test('leaves records in which Prisma’s own engine finds nothing to do', async () => {
    await applyMigrations(client, migrationFiles())
    const pool = new pg.Pool({ connectionString: url })
    const engine = await schemaEngine(pool)
    const history = await engine.diagnoseMigrationHistory({
      migrationsList: migrationsList(),
      optInToShadowDatabase: false,
      filters,
    })
    expect(history).toMatchObject({
      history: null,
      failedMigrationNames: [],
      editedMigrationNames: [],
      hasMigrationsTable: true,
    })
    expect(await engine.applyMigrations({ migrationsList: migrationsList(), filters })).toEqual({
      appliedMigrationNames: [],
    })
    await pool.end()
  })
})

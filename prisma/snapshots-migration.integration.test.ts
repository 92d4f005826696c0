import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { applyMigrations } from './apply-migrations.ts'
import { migrationFiles } from './migration-files.ts'

test('what was read before snapshots stood apart is each source’s first, and its threads’', async () => {
  const server = inject('testServer')
  const name = `snapshots_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: server.ownerUrl.replace('DATABASE', 'postgres') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const client = new pg.Client({ connectionString: server.ownerUrl.replace('DATABASE', name) })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })
  const files = migrationFiles()
  const at = files.findIndex((file) => file.name.endsWith('_snapshots'))
  await applyMigrations(client, files.slice(0, at))
  const [visitor, read, unread, thread] = Array.from(
    { length: 4 },
    (_, index) => `00000000-0000-7000-8000-00000000000${index}`,
  )
  await client.query(`
    insert into visitors (id) values ('${visitor}');
    insert into sources (id, visitor_id, origin, kind, title, text, blocks, content_hash, read_at)
      values ('${read}', '${visitor}', 'text', 'text', 'Ice', 'It froze.', '[]', repeat('0', 64), now());
    insert into sources (id, visitor_id, origin, url) values ('${unread}', '${visitor}', 'url', 'https://a.example/');
    insert into threads (id, source_id, visitor_id, updated_at) values ('${thread}', '${read}', '${visitor}', now());
    insert into tweets (id, thread_id, position, text) values ('${thread}', '${thread}', 1, 'It froze.');`)
  await applyMigrations(client, files)
  const { rows } = await client.query(
    `select s.id, sn.number, sn.reason, sn.title, sn.text, t.snapshot_id = sn.id as threads
     from sources s left join snapshots sn on sn.id = s.snapshot_id left join threads t on t.source_id = s.id order by s.id`,
  )
  expect(rows).toEqual([
    { id: read, number: 1, reason: 'read', title: 'Ice', text: 'It froze.', threads: true },
    { id: unread, number: null, reason: null, title: null, text: null, threads: null },
  ])
})

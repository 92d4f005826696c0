import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPostText, type PostText } from '#app/integrations/alert-webhook/post-text.ts'
import { createMailSender } from '#app/integrations/mail/send-mail.ts'
import { createDatabase, type Database } from '#app/platform/db.server.ts'
import { type FakeChat, startFakeChat } from '#tests/fakes/chat-webhook.ts'
import { type FakeResend, startFakeResend } from '#tests/fakes/resend/server.ts'
import { alertWorld } from '#tests/setup/alert-world.ts'
import { queuedJobs } from '#tests/setup/queued-jobs.ts'
import { createRecordingLogger } from '#tests/setup/recording-logger.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { createWatch } from '../watch/create-watch.ts'
import { standIn } from '../watch/stand-in.ts'
import { createDatabaseWatch } from '../watch/watch-database.ts'
import { postAlert } from './post-alert.ts'
import { waitingPosts } from './waiting-posts.ts'

const database = cloneTestDatabase()
const emails = ['ops@example.com', 'night@example.com']
const world = alertWorld(database, { posts: true, emails })
const { signal } = new AbortController()
let chat: FakeChat
let post: PostText
beforeEach(async () => {
  chat = await startFakeChat()
  post = createPostText({ url: chat.url, allowLocalAddresses: true, timeoutMs: 500 })
})
afterEach(() => chat.close())

const appUrl = 'https://threadr.example'
/** An alert that fires, and its job. */
async function fired() {
  world.die('worker')
  await world.pass(3)
  const [job] = await queuedJobs(database, 'post_alert')
  if (!job) throw new Error('nothing is to be posted')
  return job
}
const { logger, lines } = createRecordingLogger()
const tell = (job: Awaited<ReturnType<typeof fired>>) =>
  postAlert({ prisma: database.app.prisma, post, appUrl, logger }, job, signal)
const codeOf = (work: Promise<void>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
/** As if half an hour had passed since the last try. */
const later = () =>
  database.owner.pool.query(`update alert_posts set tried_at = tried_at - interval '30 minutes'`)

describe('the post of an alert', () => {
  test('says what is broken and what to do, once, however many try', async () => {
    const job = await fired()
    await Promise.all([tell(job), tell(job), tell(job)])
    await later()
    await tell(job)
    expect(chat.taken).toEqual([
      expect.stringMatching(
        /^Critical: No worker process is alive\n.*\nIt stands at 0 processes, and should be at least 1 process\. Broken since .* UTC\.\nWhat it means and what to do: docs\/operations\.md#workers-gone\nhttps:\/\/threadr\.example\/admin\/alerts$/,
      ),
    ])
  })

  test('is tried again where it may pass, six times at most', async () => {
    const job = await fired()
    chat.behave(() => ({ kind: 'answer', status: 500 }))
    const ends = []
    for (let turn = 0; turn < 8; turn += 1) ends.push(await codeOf(tell(job)))
    expect(ends).toEqual([...Array(5).fill('alert-not-posted'), 'done', 'done', 'done'])
    expect(chat.requests).toHaveLength(6)
  })

  test('gets through when the chat is back', async () => {
    const job = await fired()
    chat.behave(() => ({ kind: 'silent' }))
    expect(await codeOf(tell(job))).toBe('alert-not-posted')
    chat.behave(() => ({ kind: 'take' }))
    expect(await codeOf(tell(job))).toBe('done')
    expect(chat.taken).toHaveLength(1)
  })

  test('is given up at once where it is not wanted there', async () => {
    const job = await fired()
    chat.behave(() => ({ kind: 'answer', status: 302, location: 'https://elsewhere.example/' }))
    expect(await codeOf(tell(job))).toBe('done')
    await later()
    await tell(job)
    expect(chat.requests).toHaveLength(1)
  })

  test('waits for another job where it lost its own, unless one is at it', async () => {
    const job = await fired()
    expect(await waitingPosts(database.app.prisma)).toEqual([job])
    await database.owner.pool.query('update alert_posts set tries = 1, tried_at = now()')
    expect(await waitingPosts(database.app.prisma)).toEqual([])
    await later()
    expect(await waitingPosts(database.app.prisma)).toEqual([job])
    await tell(job)
    expect(await waitingPosts(database.app.prisma)).toEqual([])
  })

  test('has its secret address in no line of the log', () => {
    expect(lines.length).toBeGreaterThan(0)
    expect(JSON.stringify(lines)).not.toMatch(/a-secret|services/)
  })
})

describe('the web process, where no worker is', () => {
  let resend: FakeResend
  beforeEach(async () => {
    resend = await startFakeResend()
  })
  afterEach(() => resend.close())
  const optionsOf = ({ pool, prisma }: Database) => ({
    pool,
    prisma,
    sealer: world.sealer,
    logger,
    post,
    emails,
    appUrl,
    countsAbsence: true,
    loadSend: async () =>
      createMailSender(
        {
          from: 'Threadr <mail@threadr.example>',
          resend: { apiKey: resend.apiKey, baseUrl: resend.url },
          smtp: null,
          perSecond: 100,
          webhookSecrets: [],
        },
        { pool },
      ),
  })
  const watch = () => standIn(optionsOf(database.app), signal)
  /** As if the rules had been looked at, and broken, two minutes earlier. */
  const earlier = () =>
    database.owner.pool.query(
      `with marks as (update watch_marks set until = until - interval '2 minutes')
       update alerts set pending_at = pending_at - interval '2 minutes', seen_at = seen_at - interval '2 minutes'`,
    )

  test('looks at the rules, mails and posts, each once, and leaves it to workers as soon as one does', async () => {
    await world.pulse()
    await world.look()
    expect(await watch()).toBe(false)
    await database.owner.pool.query('delete from worker_pools')
    await earlier()
    expect(await watch()).toBe(true)
    expect(await world.alertOf('workers-gone')).toMatchObject({ state: 'pending' })
    await earlier()
    expect(await Promise.all([watch(), watch()])).toContain(true)
    expect(await world.firing()).toContain('workers-gone')
    await earlier()
    await watch()
    expect(chat.taken.filter((text) => text.includes('No worker'))).toHaveLength(1)
    const told = resend.mails.filter(({ subject }) => subject.includes('No worker'))
    expect(told.map(({ to }) => String(to)).toSorted()).toEqual(emails.toSorted())
    // The worker that comes back finds nothing left to send.
    expect(await database.owner.prisma.mail.count({ where: { state: 'waiting' } })).toBe(0)
  })

  test('says that the database is gone, where it is, and only then', async () => {
    const away = createDatabase({
      url: 'postgres://nobody@127.0.0.1:1/none',
      poolMax: 1,
      name: 'away',
      logger: database.logger,
    })
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 29, 10, minute))
    const watchAway = createWatch(optionsOf(away))
    for (const minute of [0, 1, 2, 3]) await watchAway(signal, at(minute))
    expect(chat.taken).toEqual([expect.stringContaining('The database can’t be reached')])
    await away.close()

    // Something else that is wrong with looking at the rules is told by the log alone.
    const watchHere = createWatch({ ...optionsOf(database.app), prisma: away.prisma })
    for (const minute of [0, 1, 2, 3]) await watchHere(signal, at(minute))
    expect(chat.taken).toHaveLength(1)
  })

  test('sends no mail but that of alerts', async () => {
    await database.owner.prisma.mail.create({
      data: { to: 'ada@example.com', subject: 'A code', template: 'code', body: 'sealed' },
    })
    await watch()
    expect(resend.mails).toEqual([])
  })
})

describe('a database that can’t be reached', () => {
  const at = (second: number) => new Date(Date.UTC(2026, 10, 29, 10, 0, second))
  const watched = () => createDatabaseWatch({ prisma: database.app.prisma, post, appUrl })

  test('is posted once it lasts and once it is back, and written down once for all processes', async () => {
    const processes = [watched(), watched()]
    for (const each of processes) {
      for (const second of [0, 60, 120, 180]) await each.failed(signal, at(second))
      await each.reached(signal, at(240))
      await each.reached(signal, at(300))
    }
    expect(chat.taken.map((text) => text.split('\n')[0])).toEqual([
      'Critical: The database can’t be reached',
      'Over: The database can’t be reached',
      'Critical: The database can’t be reached',
      'Over: The database can’t be reached',
    ])
    expect(await database.owner.prisma.alert.findMany({ where: { rule: 'database-gone' } })).toMatchObject([
      { state: 'cleared', firedAt: at(0), clearedAt: at(240), value: 240 },
    ])
  })

  test('for a moment is nothing', async () => {
    const watch = watched()
    await watch.failed(signal, at(0))
    await watch.failed(signal, at(60))
    await watch.reached(signal, at(119))
    expect(chat.requests).toEqual([])
    expect(await database.owner.prisma.alert.count()).toBe(0)
  })

  test('is posted again until the chat takes it', async () => {
    const watch = watched()
    chat.behave(() => ({ kind: 'answer', status: 503 }))
    for (const second of [0, 120]) await watch.failed(signal, at(second))
    chat.behave(() => ({ kind: 'take' }))
    await watch.failed(signal, at(180))
    await watch.failed(signal, at(240))
    expect(chat.taken).toHaveLength(1)
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { failAbandoned } from '#app/features/generation/fail-abandoned.ts'
import { retryGeneration } from '#app/features/generation/retry-generation.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { tellGeneration } from '#app/features/generation/tell-generation.ts'
import { keepWishes } from '#app/features/mail/wishes/keep-wishes.ts'
import { mailLink } from '#app/features/mail/wishes/mail-link.ts'
import { putInTrash } from '#app/features/threads/library/trash.ts'
import { AppError } from '#app/platform/errors.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { accountWorld, type TestBrowser } from '#tests/setup/account-world.ts'
import { jobOf, runDependencies, scriptedWriter, tweetEvent } from '#tests/setup/generation-world.ts'
import { queuedJobs } from '#tests/setup/queued-jobs.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as page } from './threads.$threadId/route.tsx'
import { loader as progress } from './threads.$threadId_.progress.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)
const appUrl = 'https://threadr.example'

beforeEach(() => database.owner.pool.query('delete from graphile_worker._private_jobs'))

/** Somebody with a thread that is yet to be written. */
async function submitting() {
  const person = await world.signedIn()
  const made = await submitted(database.app.prisma, { owner: { userId: person.id } })
  return { ...person, ...made }
}
type Submitting = Awaited<ReturnType<typeof submitting>>

const look = (browser: TestBrowser, threadId: string) =>
  browser.request(page, `/threads/${threadId}`, { params: { threadId } })

/** Asks for the progress as the page does, until the browser gives that up. */
async function askAndGiveUp(browser: TestBrowser, threadId: string): Promise<void> {
  const browsing = new AbortController()
  const cookies = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const request = new Request(`http://localhost:3000/threads/${threadId}/progress?since=0`, {
    headers: { Cookie: cookies },
    signal: browsing.signal,
  })
  const answer = progress({ request, params: { threadId }, context: browser.context() })
  await expect.poll(() => watchedFor(threadId)).toBeGreaterThan(20)
  browsing.abort()
  await answer
}

/** For how many seconds a thread still counts as looked at; null where nobody ever did. */
async function watchedFor(threadId: string): Promise<number | null> {
  const { rows } = await database.owner.pool.query<{ left: number | null }>(
    `select extract(epoch from watched_until - now())::float as left from generations where thread_id = $1
     order by id desc limit 1`,
    [threadId],
  )
  return rows[0]?.left ?? null
}
/** So many seconds later. */
const later = (threadId: string, seconds: number) =>
  database.owner.pool.query(
    `update generations set watched_until = watched_until - $2 * interval '1 second' where thread_id = $1`,
    [threadId, seconds],
  )

async function leave({ browser, threadId }: Submitting): Promise<void> {
  await look(browser, threadId)
  await askAndGiveUp(browser, threadId)
  await later(threadId, 6)
}

const failing = scriptedWriter(async function* () {
  yield tweetEvent('The first tweet, and then nothing more.')
  throw new AppError('model-refused', 'The model refused to write this: try another source.', { status: 422 })
})
const write = ({ generationId }: Submitting, given: Parameters<typeof runDependencies>[1] = {}) =>
  runGeneration(runDependencies(database, given), jobOf(generationId))

/** Does what the worker does, twice, and gives what was written to somebody. */
async function told({ email }: Submitting) {
  const jobs = await queuedJobs(database, 'tell_generation')
  for (const { generationId } of [...jobs, ...jobs])
    await tellGeneration({ prisma: database.owner.prisma, sealer: world.sealer, appUrl }, generationId)
  return world.mailsTo(email)
}

describe('a thread whose page was left', () => {
  test('is told of when it is ready, once, with where that is stopped', async () => {
    const made = await submitting()
    await leave(made)
    await write(made)
    const mails = await told(made)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toContain('is ready')
    expect(mails[0]?.text).toContain(`${appUrl}/threads/${made.threadId}`)
    expect(mails[0]?.text).toContain(
      `${appUrl}/mail?by=${mailLink(world.sealer, { userId: made.id })}&kind=threads`,
    )
  })

  test('is told of when it could not be written, with what happened', async () => {
    const made = await submitting()
    await leave(made)
    await write(made, { writer: failing })
    const mails = await told(made)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('The model refused to write this: try another source.')
  })

  test('is told of when its workers died', async () => {
    const made = await submitting()
    await leave(made)
    await database.owner.pool.query(
      `update generations set created_at = now() - interval '1 minute' where thread_id = $1`,
      [made.threadId],
    )
    await database.owner.pool.query('delete from graphile_worker._private_jobs')
    expect(await failAbandoned(database.owner.pool)).toBe(1)
    expect((await told(made))[0]?.text).toContain('broke off on our side')
  })

  test('counts as looked at for a few seconds more, in which a page is loaded again', async () => {
    const made = await submitting()
    await look(made.browser, made.threadId)
    expect(await watchedFor(made.threadId)).toBeGreaterThan(20)
    await askAndGiveUp(made.browser, made.threadId)
    expect(await watchedFor(made.threadId)).toBeLessThanOrEqual(5)
    await look(made.browser, made.threadId)
    await write(made)
    expect(await queuedJobs(database, 'tell_generation')).toEqual([])
  })
})

describe('nothing is told', () => {
  test('of a thread that somebody is looking at', async () => {
    const made = await submitting()
    await look(made.browser, made.threadId)
    await write(made)
    expect(await told(made)).toEqual([])
  })

  test('of one that no page ever showed, as programs ask for it', async () => {
    const made = await submitting()
    await write(made)
    expect(await told(made)).toEqual([])
  })

  test('to a visitor, or for who looks at it from elsewhere', async () => {
    const visitor = world.browser()
    const made = await submitting()
    await expect(look(visitor, made.threadId)).rejects.toMatchObject({ status: 404 })
    expect(await watchedFor(made.threadId)).toBeNull()
  })

  test('to who doesn’t want it', async () => {
    const made = await submitting()
    await keepWishes(database.app.prisma, made.id, { threads: false })
    await leave(made)
    await write(made)
    expect(await told(made)).toEqual([])
  })

  test.each([
    ['suspended', { disabledAt: new Date() }],
    ['about to go', { deleteAfter: new Date() }],
    ['without an address', { email: null }],
  ])('to who is %s', async (_, change) => {
    const made = await submitting()
    await leave(made)
    await write(made)
    await database.owner.prisma.user.update({ where: { id: made.id }, data: change })
    expect(await told(made)).toEqual([])
  })

  test('of one that lies in the trash, or is written once more by then', async () => {
    const trashed = await submitting()
    await leave(trashed)
    await write(trashed)
    await putInTrash(database.app.prisma, trashed.owner, [trashed.threadId])
    expect(await told(trashed)).toEqual([])
    const again = await submitting()
    await leave(again)
    await write(again, { writer: failing })
    await retryGeneration(database.app.prisma, again.owner, again.threadId)
    expect(await told(again)).toEqual([])
  })
})

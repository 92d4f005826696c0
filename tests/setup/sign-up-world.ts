import { z } from 'zod'
import { assessAccount } from '#app/features/fraud/assess-account.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { action as signUpAction } from '#app/routes/sign-up.tsx'
import { action as verifyAction } from '#app/routes/verify.tsx'
import { accountWorld, goodPassword, type TestBrowser, whereTo } from './account-world.ts'
import type { TestDatabase } from './test-database.ts'

const waitingSchema = z.array(z.object({ id: z.string(), payload: jobCatalog.assess_account.payload }))
const appUrl = 'https://threadr.example'
let ranges = 0

/** People who sign up by the pages, and what the worker thinks of them, over a test database. */
export function signUpWorld(database: TestDatabase) {
  const world = accountWorld(database)
  const telling = { sealer: world.sealer, appUrl, supportEmail: 'help@threadr.example', quotas: true }

  /** A range of addresses that nobody else has signed up from. */
  function newRange() {
    ranges += 1
    return { ip: (host: number) => `198.51.${ranges}.${host}` }
  }

  /** A browser of a range of its own, where none is given, in which threads are counted. */
  const browser = (ip = newRange().ip(7), variables: Record<string, string> = {}) =>
    world.browser({ ip, QUOTAS: '1', SUPPORT_EMAIL: telling.supportEmail, ...variables })

  /** Does what the worker does for every account that was made or changed its address since. */
  async function assessAll({ atOnce = false } = {}): Promise<void> {
    const { rows } = await database.owner.pool.query(
      `select j.id::text, j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'assess_account' order by j.id`,
    )
    const jobs = waitingSchema.parse(rows).map(({ id, payload }) => async () => {
      await assessAccount({ prisma: database.owner.prisma, ...telling }, payload)
      await database.owner.pool.query('delete from graphile_worker._private_jobs where id = $1', [id])
    })
    if (atOnce) await Promise.all(jobs.map((job) => job()))
    else for (const job of jobs) await job()
  }

  /** Signs somebody up and in, without what the worker thinks of it. */
  async function confirmed(inBrowser: TestBrowser, email: string): Promise<{ id: string }> {
    const form = { intent: 'sign-up', email, password: goodPassword }
    await inBrowser.request(signUpAction, '/sign-up', { form })
    const { token } = await world.mailTo(email)
    const answer = await inBrowser.request(verifyAction, '/verify', { form: { intent: 'sign-up', token } })
    if (whereTo(answer) !== '/threads') throw new Error('the sign-up did not lead in')
    return database.owner.prisma.user.findUniqueOrThrow({ where: { email }, select: { id: true } })
  }

  async function signedUp(inBrowser: TestBrowser, email: string): Promise<{ id: string }> {
    const person = await confirmed(inBrowser, email)
    await assessAll()
    return person
  }

  /** So many more people who signed up from where somebody did. */
  async function signedUpFromSameRange(as: string, count: number): Promise<void> {
    await database.owner.pool.query(
      `with made as (
         insert into users (id, name) select gen_random_uuid(), 'Another' from generate_series(1, $2) returning id
       )
       insert into sign_up_ranges (user_id, range_key)
       select made.id, r.range_key from made, sign_up_ranges r where r.user_id = $1`,
      [as, count],
    )
  }

  /** Somebody whose account is limited, since it was made with a mailbox to throw away. */
  let limited = 0
  async function limitedPerson() {
    limited += 1
    const theirs = browser()
    const email = `limited${limited}@mailinator.com`
    return { ...(await signedUp(theirs, email)), email, browser: theirs }
  }

  const standingOf = async (id: string) => {
    const { limitedAt, riskEntries } = await database.owner.prisma.user.findUniqueOrThrow({
      where: { id },
      select: { limitedAt: true, riskEntries: { orderBy: { id: 'asc' } } },
    })
    return {
      isLimited: limitedAt !== null,
      score: riskEntries.at(-1)?.score ?? 0,
      kinds: riskEntries.map(({ kind }) => kind),
      entries: riskEntries,
    }
  }
  return {
    ...world,
    telling,
    newRange,
    browser,
    assessAll,
    confirmed,
    signedUp,
    signedUpFromSameRange,
    limitedPerson,
    standingOf,
  }
}

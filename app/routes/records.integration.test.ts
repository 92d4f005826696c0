import { expect, test } from 'vitest'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { createSpend } from '#app/features/generation/spending/create-spend.ts'
import { pastedText, submitted } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { accountWorld, type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader } from './admin.threads.$threadId/route.tsx'
import { action, loader as userLoader } from './admin.users.$userId/route.tsx'
import { loader as howLoader } from './threads.$threadId_.how/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)

const read = (browser: TestBrowser, threadId: string) =>
  browser.request(loader, `/admin/threads/${threadId}`, { params: { threadId } })

const secret = 'A title that is nobody else’s'
/** A person's thread that is ready, for which a model was asked once, and once more for one of its tweets. */
async function written(owner: { userId: string } | { visitorId: string }) {
  const submission = pastedText(`${secret}.\n\n${bridgeArticle}`)
  const made = await submitted(database.app.prisma, { owner, submission })
  for (const generationId of [made.generationId, null]) {
    const spend = createSpend(
      database.owner.pool,
      { owner, threadId: made.threadId, generationId },
      { dailyCents: 100, prices: {} },
    )
    const purpose = generationId ? 'plan' : 'candidates'
    const plan = { purpose, provider: 'first', model: 'gpt-4.1-mini', inputTokens: 900, outputTokens: 100 }
    await (await spend.reserve(plan)).settle({
      usage: { inputTokens: 800, outputTokens: 50, cachedTokens: 200 },
      estimated: false,
      durationMs: 10,
      outcome: generationId ? 'model-malformed' : 'ok',
      breaker: 'closed',
    })
  }
  await runGeneration(runDependencies(database), jobOf(made.generationId, true))
  return made
}

const call = {
  requests: 1,
  tokens: { input: 800, cached: 200, output: 50 },
  costMicros: Math.ceil(600 * 0.4 + 200 * 0.1 + 50 * 1.6),
}

test('support and admins read how anybody’s thread was made, and nothing of what it says', async () => {
  const [support, admin] = [
    await world.signedIn({ role: 'support' }),
    await world.signedIn({ role: 'admin' }),
  ]
  const user = await world.signedIn()
  const made = await written({ userId: user.id })
  for (const { browser } of [support, admin])
    for (const id of [made.threadId, made.generationId]) {
      const { data } = await read(browser, id)
      expect(data).toMatchObject({
        threadId: made.threadId,
        owner: { id: user.id },
        singles: [{ purpose: 'candidates', failed: 0, ...call }],
        generations: [
          {
            id: made.generationId,
            status: 'ready',
            writer: 'builtin',
            requests: 1,
            tokens: call.tokens,
            costMicros: call.costMicros,
            calls: [{ purpose: 'plan', failed: 1, ...call }],
          },
        ],
      })
      expect(JSON.stringify(data)).not.toMatch(/nobody else|bridge/iu)
    }
  const own = await user.browser.request(howLoader, `/threads/${made.threadId}/how`, {
    params: { threadId: made.threadId },
  })
  expect(own.data.singles).toEqual((await read(admin.browser, made.threadId)).data.singles)
})

test('for everybody else there is no such page, not even for the thread’s owner', async () => {
  const user = await world.signedIn()
  const made = await written({ userId: user.id })
  for (const browser of [user.browser, world.browser()])
    await expect(read(browser, made.threadId)).rejects.toMatchObject({ status: 404 })
  const admin = await world.signedIn({ role: 'admin' })
  await expect(read(admin.browser, crypto.randomUUID())).rejects.toMatchObject({ status: 404 })
})

test('from somebody’s page their latest writings lead there, each with its figures', async () => {
  const [admin, user] = [await world.signedIn({ role: 'admin' }), await world.signedIn()]
  const made = await written({ userId: user.id })
  const { data } = await admin.browser.request(userLoader, `/admin/users/${user.id}`, {
    params: { userId: user.id },
  })
  expect(data.user.threads).toMatchObject([
    {
      id: made.threadId,
      title: expect.stringContaining(secret),
      writings: [
        { id: made.generationId, status: 'ready', writer: 'builtin', tokens: call.tokens, requests: 1 },
      ],
    },
  ])
})

test('from there an admin sees the thread as its owner does, which is written down; support does not', async () => {
  const [support, admin] = [
    await world.signedIn({ role: 'support' }),
    await world.signedIn({ role: 'admin' }),
  ]
  const user = await world.signedIn()
  const { threadId } = await written({ userId: user.id })
  expect((await read(support.browser, threadId)).data.maySeeAs).toBe(false)
  expect((await read(admin.browser, threadId)).data.maySeeAs).toBe(true)
  const seeAs = (browser: TestBrowser) =>
    browser.request(action, `/admin/users/${user.id}`, {
      params: { userId: user.id },
      form: { intent: 'see-as', thread: threadId },
    })
  await expect(seeAs(support.browser)).rejects.toMatchObject({ status: 403 })
  const events = () =>
    database.owner.prisma.auditEvent.findMany({ where: { subjectId: user.id, action: 'seeing.began' } })
  expect(await events()).toEqual([])
  expect(whereTo(await seeAs(admin.browser))).toBe(`/threads/${threadId}`)
  expect(await events()).toMatchObject([{ actorId: admin.id }])
})

test('a visitor’s thread has a record too, and nobody to be seen as', async () => {
  const admin = await world.signedIn({ role: 'admin' })
  const made = await submitted(database.app.prisma)
  const { data } = await read(admin.browser, made.threadId)
  expect(data).toMatchObject({
    owner: null,
    maySeeAs: false,
    generations: [{ status: 'queued', tokens: null }],
  })
})

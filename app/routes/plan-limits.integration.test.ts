import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayUse } from '#app/features/billing/require-feature.server.ts'
import { generationOptionsSchema } from '#app/features/generation/options.ts'
import { takeSubmission } from '#app/features/generation/take-submission.server.ts'
import { readText } from '#app/features/sources/read-text.ts'
import type { StripeStandIn } from '#local/stripe/start.ts'
import { billingWorld } from '#tests/setup/billing-world.ts'
import { standInVariables, startQuietStandIn } from '#tests/setup/quiet-stand-in.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const database = cloneTestDatabase()
let standIn: StripeStandIn
beforeAll(async () => {
  standIn = await startQuietStandIn()
})
afterAll(() => standIn.close())
const { person, browser } = billingWorld(database, () => standIn)

/** Somebody who pays, or doesn't, where threads are counted. */
async function somebody(
  paid: Partial<{ status: string; heldSince: Date; cancelAtPeriodEnd: boolean; periodEnd: Date }> | null,
) {
  const { id: userId } = await person()
  if (paid)
    await database.owner.prisma.subscription.create({
      data: { userId, plan: 'pro', status: 'active', ...paid },
    })
  const theirs = browser({ QUOTAS: '1', ...standInVariables(standIn) })
  return { owner: { userId }, context: theirs.context() }
}
const past = new Date(Date.now() - 60_000)
const submit = async ({ owner, context }: Awaited<ReturnType<typeof somebody>>, characters: number) =>
  takeSubmission(new Request('http://localhost:3000/', { method: 'POST' }), context, owner, {
    submission: {
      origin: 'text',
      snapshot: readText('The bridge was built in 1932. '.repeat(characters / 30)),
    },
    options: generationOptionsSchema.parse({}),
    submissionKey: undefined,
  })

test.each([
  ['nothing paid', null, false],
  ['a trial', { status: 'trialing' }, true],
  ['a plan that is paid', {}, true],
  ['a payment that is being tried again', { status: 'past_due' }, true],
  ['a payment that was given up', { status: 'unpaid' }, false],
  ['a plan that is over', { status: 'canceled' }, false],
  ['a plan that is paused', { status: 'paused' }, false],
  ['a disputed payment', { heldSince: past }, false],
  ['an end that was chosen and has come', { cancelAtPeriodEnd: true, periodEnd: past }, false],
])('with %s, what Pro holds is open: %o %s', async (_what, paid, isOpen) => {
  const { owner, context } = await somebody(paid)
  for (const feature of ['variants', 'cards', 'api'] as const)
    expect(await mayUse(context, owner, feature)).toBe(isOpen)
})

test('a source is as long as the plan takes; a longer one is told with the plan that takes it', async () => {
  await expect(submit(await somebody(null), 60_000)).rejects.toMatchObject({
    code: 'source-too-long-for-plan',
    message: expect.stringMatching(/With Free a source has up to 50,000\. Pro takes 300,000/),
  })
  await expect(submit(await somebody(null), 30_000)).resolves.toMatchObject({ threadId: expect.any(String) })
  await expect(submit(await somebody({}), 60_000)).resolves.toMatchObject({ threadId: expect.any(String) })
})

test('on a computer of one’s own, and where nothing is sold, everything is open', async () => {
  const { owner } = await somebody(null)
  const notSold = {
    STRIPE_SECRET_KEY: '',
    STRIPE_WEBHOOK_SECRET: '',
    STRIPE_PRICE_PRO_MONTHLY: '',
    STRIPE_PRICE_PRO_YEARLY: '',
  }
  const settings: Record<string, string>[] = [{ QUOTAS: '0' }, { QUOTAS: '1', ...notSold }]
  for (const variables of settings)
    expect(await mayUse(browser(variables).context(), owner, 'cards')).toBe(true)
})

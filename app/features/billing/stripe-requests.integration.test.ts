import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { StripeStandIn } from '#local/stripe/start.ts'
import { whereTo } from '#tests/setup/account-world.ts'
import { billingWorld, sessionIn } from '#tests/setup/billing-world.ts'
import { startQuietStandIn } from '#tests/setup/quiet-stand-in.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { endCustomer } from './end-customer.ts'
import { openPortal } from './open-portal.ts'
import { tellAddress } from './tell-address.ts'

const database = cloneTestDatabase()
let standIn: StripeStandIn
beforeAll(async () => {
  standIn = await startQuietStandIn()
})
afterAll(() => standIn.close())
const world = billingWorld(database, () => standIn)

const answerSchema = z.object({ error: z.object({ code: z.string().optional() }).optional() })

/** Sends a request to the stand-in as Stripe's library does, with what is given laid over it. */
async function send(
  { method, path, fields }: { method: string; path: string; fields: Record<string, string> },
  { version = '2026-10-28.endive', more = {} }: { version?: string; more?: Record<string, string> } = {},
) {
  const answer = await fetch(standIn.url + path, {
    method,
    headers: { Authorization: 'Bearer sk_test_of_the_tests', 'Stripe-Version': version },
    body: new URLSearchParams({ ...fields, ...more }),
  })
  const { error } = answerSchema.parse(await answer.json())
  return { status: answer.status, code: error?.code }
}

test('all that is written at Stripe has its key and its version, and no parameter that Stripe doesn’t know', async () => {
  const person = await world.signedIn()
  // By the month, and by the year after all, which closes the first.
  await world.buy(person)
  standIn.control.completeCheckout(sessionIn(whereTo(await world.buy(person, 'year'))))
  await world.back(person)
  const billing = world.billing()
  await openPortal(billing, person.id)
  await database.owner.prisma.user.update({ where: { id: person.id }, data: { email: 'new@example.com' } })
  await tellAddress(billing, { userId: person.id, changeId: person.id })
  const { customerId } = await world.rowOf(person)
  const written = standIn.control.requests.filter(({ method }) => method === 'POST')
  const kinds = written.map(({ method, path }) => `${method} ${path.replaceAll(/(cus|cs)_\w+/g, '…')}`)
  expect([...new Set(kinds)].sort()).toEqual([
    'POST /v1/billing_portal/sessions',
    'POST /v1/checkout/sessions',
    'POST /v1/checkout/sessions/…/expire',
    'POST /v1/customers',
    'POST /v1/customers/…',
  ])
  for (const request of written) {
    expect(request).toMatchObject({
      status: 200,
      apiVersion: '2026-10-28.endive',
      idempotencyKey: expect.stringMatching(/^\w+:/),
    })
    expect(await send(request, { version: '2024-06-20' }), request.path).toMatchObject({ status: 400 })
    expect(await send(request, { more: { not_a_parameter: '1' } }), request.path).toMatchObject({
      status: 400,
      code: 'parameter_unknown',
    })
  }
  expect(new Set(written.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(written.length)
  const removal = { method: 'DELETE', path: `/v1/customers/${customerId}`, fields: {} }
  expect(await send(removal, { more: { not_a_parameter: '1' } })).toMatchObject({ status: 400 })
  await endCustomer(billing, customerId ?? '')
  expect(standIn.control.requests.at(-1)).toMatchObject({
    ...removal,
    status: 200,
    apiVersion: '2026-10-28.endive',
  })
})

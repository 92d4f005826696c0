import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StripeStandIn } from '#local/stripe/start.ts'
import { billingWorld } from '#tests/setup/billing-world.ts'
import { startQuietStandIn } from '#tests/setup/quiet-stand-in.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { tellAddress } from './tell-address.ts'

const database = cloneTestDatabase()
let standIn: StripeStandIn
beforeAll(async () => {
  standIn = await startQuietStandIn()
})
afterAll(() => standIn.close())
const world = billingWorld(database, () => standIn)

const addressAt = (customer: string) => standIn.control.state.customers[customer]?.email
const setEmail = (id: string, email: string) =>
  database.owner.prisma.user.update({ where: { id }, data: { email } })

test('a changed address is at Stripe afterwards, also one that was there before, and though an answer is lost', async () => {
  const { id: userId, email, customer } = await world.buyer()
  for (const each of ['first@example.com', 'second@example.com', 'first@example.com', email]) {
    await setEmail(userId, each)
    standIn.control.fail({ kind: 'close-after', method: 'POST', path: '/v1/customers/' })
    await tellAddress(world.billing(), { userId, changeId: randomUUID() })
    expect(addressAt(customer)).toBe(each)
  }
})

test('an address that changes while Stripe is told of it is told too', async () => {
  const { id: userId, customer } = await world.buyer()
  await setEmail(userId, 'while@example.com')
  standIn.control.fail({ kind: 'slow', ms: 400, method: 'POST', path: '/v1/customers/' })
  const telling = tellAddress(world.billing(), { userId, changeId: randomUUID() })
  await expect.poll(() => standIn.control.requests.at(-1)?.path).toBe(`/v1/customers/${customer}`)
  await setEmail(userId, 'meanwhile@example.com')
  await telling
  expect(addressAt(customer)).toBe('meanwhile@example.com')
})

test('who never bought anything, or is deleted there, is told of to nobody', async () => {
  const { id } = await world.person()
  const { id: userId, customer } = await world.buyer()
  standIn.control.deleteCustomer(customer)
  const before = standIn.control.requests.length
  await tellAddress(world.billing(), { userId: id, changeId: randomUUID() })
  expect(standIn.control.requests).toHaveLength(before)
  await expect(tellAddress(world.billing(), { userId, changeId: randomUUID() })).resolves.toBeUndefined()
})

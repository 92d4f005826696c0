import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import Stripe from 'stripe'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLocalPayments } from './payments.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'payments-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const local = { mode: 'local' as const, host: '127.0.0.1', port: 1 }

test('no stand-in runs where a Stripe account is named, nor in production', async () => {
  const given = { THREADR_DATA: folder }
  expect(await openLocalPayments({ ...given, STRIPE_SECRET_KEY: 'sk_test_mine' }, local)).toBeNull()
  expect(await openLocalPayments(given, { ...local, mode: 'production' })).toBeNull()
  expect(await openLocalPayments(given, { ...local, mode: 'test' })).toBeNull()
})

test('a local run gets all that it takes to sell plans, and the events come to it signed', async () => {
  const came: { path: string | undefined; body: string; signature: string }[] = []
  const app = createServer(async (request, response) => {
    const signature = String(request.headers['stripe-signature'])
    came.push({ path: request.url, body: await text(request), signature })
    response.end()
  })
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  const address = app.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  const payments = await openLocalPayments({ THREADR_DATA: folder }, { ...local, port: address.port })
  try {
    const { variables } = payments!
    const { hostname, port } = new URL(variables.STRIPE_API_BASE!)
    const stripe = new Stripe(variables.STRIPE_SECRET_KEY!, { host: hostname, port, protocol: 'http' })
    const monthly = await stripe.prices.retrieve(variables.STRIPE_PRICE_PRO_MONTHLY!)
    const yearly = await stripe.prices.retrieve(variables.STRIPE_PRICE_PRO_YEARLY!)
    expect([monthly, yearly].map((price) => [price.unit_amount, price.recurring?.interval])).toEqual([
      [1200, 'month'],
      [12_000, 'year'],
    ])
    await stripe.customers.create({ email: 'ada@example.com' })
    await expect.poll(() => came.length, { timeout: 5000 }).toBe(1)
    expect(came[0]!.path).toBe('/webhooks/stripe')
    const { body, signature } = came[0]!
    const event = stripe.webhooks.constructEvent(body, signature, variables.STRIPE_WEBHOOK_SECRET!)
    expect(event.type).toBe('customer.created')
    expect(variables.STRIPE_STAND_IN).toBe('1')
    expect(existsSync(join(folder, 'stripe-stand-in.json'))).toBe(true)
  } finally {
    await payments!.close()
    app.closeAllConnections()
    app.close()
  }
})

test('events that were left over leave once it is woken', async () => {
  const came: string[] = []
  const app = createServer(async (request, response) => {
    came.push(await text(request))
    response.writeHead(came.length === 1 ? 500 : 200).end()
  })
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  const address = app.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  const open = () => openLocalPayments({ THREADR_DATA: folder }, { ...local, port: address.port })
  const first = await open()
  const { hostname, port } = new URL(first!.variables.STRIPE_API_BASE!)
  const key = first!.variables.STRIPE_SECRET_KEY!
  await new Stripe(key, { host: hostname, port, protocol: 'http' }).customers.create({})
  await expect.poll(() => came.length, { timeout: 5000 }).toBe(1)
  await first!.close()
  const second = await open()
  try {
    await second!.wake()
    await expect.poll(() => came.length, { timeout: 5000 }).toBe(2)
    expect(JSON.parse(came[1]!).id).toBe(JSON.parse(came[0]!).id)
  } finally {
    await second!.close()
    app.closeAllConnections()
    app.close()
  }
})

import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StandInWithReceiver, startWithReceiver, subscribed } from '#tests/setup/stripe-stand-in.ts'
import { signatureHeader } from './sign.ts'

let standIn: StandInWithReceiver
beforeEach(async () => {
  standIn = await startWithReceiver()
})
afterEach(() => standIn.close())

const newCustomer = (email = 'ada@example.com') => standIn.stripe.customers.create({ email })

test('tells of a change with what it was, and with the request that made it', async () => {
  const { id } = await newCustomer()
  await standIn.stripe.customers.update(id, { name: 'Ada' }, { idempotencyKey: 'mine' })
  await standIn.news()
  expect(standIn.events[1]).toMatchObject({
    type: 'customer.updated',
    api_version: '2026-10-28.endive',
    livemode: false,
    data: { object: { id, name: 'Ada' }, previous_attributes: { name: null } },
    request: { idempotency_key: 'mine', id: expect.stringMatching(/^req_/) },
  })
})

test('tells nothing of a change that changes nothing', async () => {
  const { id } = await newCustomer()
  await standIn.stripe.customers.update(id, { email: 'ada@example.com' })
  expect(await standIn.news()).toEqual(['customer.created'])
})

test('sends an event again until it is taken', async () => {
  standIn.answers.push(500, 302, 404)
  await newCustomer()
  await expect
    .poll(() => Object.values(standIn.control.state.events)[0], { timeout: 5000 })
    .toMatchObject({ pending: false, attempts: 4 })
  expect(standIn.events).toHaveLength(1)
})

test('an event that is not taken holds up no other', async () => {
  standIn.answers.push(500)
  await newCustomer('a@example.com')
  await newCustomer('b@example.com')
  await expect.poll(() => standIn.events.length, { timeout: 5000 }).toBe(2)
})

test('delivers twice, in reverse, late or not at all where it is told to', async () => {
  standIn.control.deliver({ kind: 'twice' })
  await newCustomer()
  expect(await standIn.news()).toEqual(['customer.created', 'customer.created'])
  expect(new Set(standIn.events.map(({ id }) => id)).size).toBe(1)

  standIn.control.deliver({ kind: 'reversed' })
  await subscribed(standIn, { trialDays: 14 })
  const types = await standIn.news()
  expect(types.slice(0, 2)).toEqual(['customer.created', 'checkout.session.completed'])
  expect(types.at(-1)).toBe('payment_method.attached')

  standIn.control.deliver({ kind: 'late', ms: 30 })
  await newCustomer()
  await expect.poll(() => standIn.news(), { timeout: 5000 }).toEqual(['customer.created'])

  standIn.control.deliver({ kind: 'none' })
  await newCustomer()
  expect(await standIn.news()).toEqual([])
  await standIn.control.redeliver()
  expect(await standIn.news()).toEqual(['customer.created'])
})

test('sends events again in the order that is asked for', async () => {
  standIn.control.deliver({ kind: 'none' })
  await subscribed(standIn)
  const ids = Object.keys(standIn.control.state.events)
  const order = [ids[3]!, ids[0]!, ids[3]!]
  await standIn.control.redeliver(order)
  expect(standIn.events.map(({ id }) => id)).toEqual(order)
})

test('signs with every secret while a receiver goes over to the next', async () => {
  const seen: { header: string; body: string }[] = []
  const receiver = createServer(async (request, response) => {
    seen.push({ header: String(request.headers['stripe-signature']), body: await text(request) })
    response.end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const address = receiver.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  const other = await startWithReceiver({
    webhookUrl: `http://127.0.0.1:${address.port}/`,
    webhookSecret: ['whsec_old', 'whsec_new'],
  })
  try {
    await other.stripe.customers.create({})
    await other.control.delivered()
    const { header, body } = seen[0]!
    const { constructEvent } = other.stripe.webhooks
    for (const secret of ['whsec_old', 'whsec_new'])
      expect(other.stripe.webhooks.constructEvent(body, header, secret).type).toBe('customer.created')
    expect(() => constructEvent.call(other.stripe.webhooks, body, header, 'whsec_third')).toThrow()
    other.control.signWith(['whsec_third'])
    await other.control.redeliver([JSON.parse(body).id])
    const last = seen.at(-1)!
    expect(other.stripe.webhooks.constructEvent(last.body, last.header, 'whsec_third').id).toBe(
      JSON.parse(body).id,
    )
  } finally {
    await other.close()
    receiver.closeAllConnections()
    receiver.close()
  }
})

test('a signature is the HMAC of the time and the body', () => {
  const expected = createHmac('sha256', 'whsec').update('1700000000.{}').digest('hex')
  expect(signatureHeader('{}', ['whsec'], 1_700_000_000)).toBe(`t=1700000000,v1=${expected}`)
})

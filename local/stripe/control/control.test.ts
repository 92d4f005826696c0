import { request } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StandInWithReceiver, startWithReceiver, subscribed } from '#tests/setup/stripe-stand-in.ts'

let standIn: StandInWithReceiver
beforeEach(async () => {
  standIn = await startWithReceiver()
})
afterEach(() => standIn.close())

async function tell(deed: string, given?: object) {
  const response = await fetch(`${standIn.url}/stand-in/${deed}`, {
    method: 'POST',
    ...(given && { body: JSON.stringify(given) }),
  })
  return { status: response.status, body: await response.json() }
}

test('is told over HTTP what a test tells it in the process', async () => {
  const { customer, subscription } = await subscribed(standIn)
  expect((await tell('renew', { subscription })).status).toBe(200)
  expect((await standIn.stripe.invoices.list({ customer })).data).toHaveLength(2)
  const { body: dispute } = await tell('dispute', { of: customer })
  expect((await tell('close-dispute', { dispute: dispute.id, outcome: 'lost' })).body.status).toBe('lost')
  await tell('pause', { subscription, behavior: 'keep_as_draft' })
  expect((await standIn.stripe.subscriptions.retrieve(subscription)).pause_collection?.behavior).toBe(
    'keep_as_draft',
  )
  await tell('fail', { kind: 'error', status: 503 })
  await expect(standIn.stripe.prices.list()).rejects.toMatchObject({ statusCode: 503 })
  await tell('deliver', { kind: 'none' })
  await tell('delete-customer', { customer })
  expect(await standIn.news()).not.toContain('customer.deleted')
  await tell('redeliver', {})
  expect(await standIn.news()).toEqual(['customer.subscription.deleted', 'customer.deleted'])
  const requests = await (await fetch(`${standIn.url}/stand-in/requests`)).json()
  expect(requests[0]).toMatchObject({ method: 'POST', path: '/v1/customers' })
})

test('says what is wrong with what it is told', async () => {
  expect((await tell('dance')).status).toBe(404)
  expect((await tell('advance', { seconds: -5 })).status).toBe(400)
  expect((await tell('refund', { of: 'cus_none' })).body.error).toBe("No such charge: 'cus_none'")
})

test('is not told anything by a page that a browser has open', async () => {
  const ask = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = request(`${standIn.url}/stand-in/advance`, { method: 'POST', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      asked.on('error', reject).end('{"seconds":1}')
    })
  expect(await ask({ origin: 'https://example.com' })).toBe(403)
  expect(await ask({ host: 'rebound.example.com' })).toBe(403)
  expect(await ask({})).toBe(200)
})

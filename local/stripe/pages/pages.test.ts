import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StandInWithReceiver, startWithReceiver, subscribed } from '#tests/setup/stripe-stand-in.ts'

let standIn: StandInWithReceiver
beforeEach(async () => {
  standIn = await startWithReceiver()
})
afterEach(() => standIn.close())

const successUrl = 'http://localhost:3000/done?session={CHECKOUT_SESSION_ID}'

async function checkout(more: object = {}) {
  return standIn.stripe.checkout.sessions.create({
    mode: 'subscription',
    customer_email: 'ada@example.com',
    line_items: [{ price: 'price_pro_monthly', quantity: 1 }],
    success_url: successUrl,
    cancel_url: 'http://localhost:3000/pricing',
    client_reference_id: 'user-7',
    ...more,
  })
}

async function see(address: string) {
  const response = await fetch(address, { redirect: 'manual' })
  return { response, page: await response.text() }
}

async function send(address: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields)
  const response = await fetch(address, { method: 'POST', body, redirect: 'manual' })
  return { status: response.status, location: response.headers.get('location'), page: await response.text() }
}

const formOf = (page: string) => /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''

test('the page says that it is a test, what is bought and what is due, and runs no script', async () => {
  const { url } = await checkout({ subscription_data: { trial_period_days: 14 } })
  const { response, page } = await see(url!)
  expect(page).toContain('no money moves')
  expect(page).toContain('ada@example.com')
  expect(page).toContain('$12.00 a month')
  expect(page).toContain('(14 days)')
  expect(page).toMatch(/Due today<\/dt><dd class="total">\$0\.00/)
  const policy = response.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("form-action 'self' http://localhost:3000;")
  expect(page).not.toContain('<script')
})

test('paying leads back with the session, and a second click does nothing more', async () => {
  const session = await checkout()
  const pay = () => send(session.url!, { action: 'pay', card: 'pays' })
  const [first, second] = await Promise.all([pay(), pay()])
  expect(first.status).toBe(303)
  expect(first.location).toBe(`http://localhost:3000/done?session=${session.id}`)
  expect(second).toEqual(first)
  expect((await see(session.url!)).response.headers.get('location')).toBe(first.location)
  const { data } = await standIn.stripe.subscriptions.list()
  expect(data).toHaveLength(1)
  const done = await standIn.stripe.checkout.sessions.retrieve(session.id, { expand: ['line_items'] })
  expect(done).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    subscription: data[0]!.id,
    client_reference_id: 'user-7',
    customer: data[0]!.customer,
    amount_total: 1200,
  })
  expect(done.line_items?.data[0]?.price?.id).toBe('price_pro_monthly')
})

test('a card that is declined is said beside the cards, and nothing begins', async () => {
  const session = await checkout()
  const { status, page } = await send(session.url!, { action: 'pay', card: 'declined' })
  expect(status).toBe(422)
  expect(page).toContain('Your card was declined. Nothing has been charged')
  expect((await standIn.stripe.subscriptions.list()).data).toEqual([])
  expect((await send(session.url!, { action: 'pay', card: 'pays' })).status).toBe(303)
})

test('a promotion code takes off what it says, once', async () => {
  const coupon = await standIn.stripe.coupons.create({ percent_off: 25, duration: 'once' })
  await standIn.stripe.promotionCodes.create({
    promotion: { type: 'coupon', coupon: coupon.id },
    code: 'SPRING',
  })
  const session = await checkout({ allow_promotion_codes: true })
  const wrong = await send(session.url!, { action: 'code', code: '<b>winter' })
  expect(wrong.status).toBe(422)
  expect(wrong.page).toContain('value="&lt;b&gt;winter"')
  await send(session.url!, { action: 'code', code: 'spring' })
  expect((await see(session.url!)).page).toMatch(/Due today<\/dt><dd class="total">\$9\.00/)
  await send(session.url!, { action: 'pay', card: 'pays' })
  const [sub] = (await standIn.stripe.subscriptions.list()).data
  standIn.control.renew(sub!.id)
  const { data } = await standIn.stripe.invoices.list()
  expect(data.map(({ amount_paid }) => amount_paid)).toEqual([1200, 900])
  expect((await standIn.stripe.coupons.retrieve(coupon.id)).times_redeemed).toBe(1)
})

test('a checkout that nobody knew the email of asks for it', async () => {
  const { url } = await checkout({ customer_email: undefined })
  expect((await send(url!, { action: 'pay', card: 'pays', email: 'nobody' })).page).toContain(
    'name@example.com',
  )
  expect((await send(url!, { action: 'pay', card: 'pays', email: 'grace@example.com' })).status).toBe(303)
  expect((await standIn.stripe.customers.list({ email: 'grace@example.com' })).data).toHaveLength(1)
})

test('a card may be left out only where none is needed', async () => {
  const withCard = await checkout()
  expect((await send(withCard.url!, { action: 'pay-without-card' })).status).toBe(400)
  const trial = await checkout({
    payment_method_collection: 'if_required',
    subscription_data: { trial_period_days: 14 },
  })
  expect((await send(trial.url!, { action: 'pay-without-card' })).status).toBe(303)
})

test('an expired checkout says so and sells nothing', async () => {
  const session = await checkout()
  await standIn.stripe.checkout.sessions.expire(session.id)
  expect((await send(session.url!, { action: 'pay', card: 'pays' })).status).toBe(410)
  const old = await checkout()
  standIn.control.advance(25 * 3600)
  expect((await standIn.stripe.checkout.sessions.retrieve(old.id)).status).toBe('expired')
  expect((await see(`${standIn.url}/checkout/none`)).response.status).toBe(404)
})

test('in the portal a plan is cancelled, kept and changed, each form once', async () => {
  const { customer, subscription } = await subscribed(standIn)
  const { url } = await standIn.stripe.billingPortal.sessions.create({
    customer,
    return_url: 'http://localhost:3000/account',
  })
  const read = () => standIn.stripe.subscriptions.retrieve(subscription)
  const deed = async (fields: Record<string, string>) =>
    send(url, { form: formOf((await see(url)).page), subscription, ...fields })
  expect((await deed({ action: 'cancel' })).location).toBe(new URL(url).pathname)
  expect(await read()).toMatchObject({ cancel_at_period_end: true })
  expect((await see(url)).page).toContain('Keep the plan')
  await deed({ action: 'resume' })
  expect(await read()).toMatchObject({ cancel_at_period_end: false })

  const form = formOf((await see(url)).page)
  const change = { action: 'change', subscription, price: 'price_pro_yearly', form }
  const answers = await Promise.all([send(url, change), send(url, change)])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect((await read()).items.data[0]!.price.id).toBe('price_pro_yearly')
  expect((await standIn.stripe.invoices.list({ customer })).data).toHaveLength(2)
  expect((await see(url)).page).toContain('href="http://localhost:3000/account"')
})

test('in the portal another card pays what is open', async () => {
  const { customer, subscription } = await subscribed(standIn, {}, 'fails-later')
  standIn.control.renew(subscription)
  const { url } = await standIn.stripe.billingPortal.sessions.create({ customer })
  const { page } = await see(url)
  expect(page).toContain('The last payment failed')
  const invoice = /name="invoice" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const refused = await send(url, { action: 'card', card: 'declined', form: formOf(page) })
  expect(refused.page).toContain('Your card was declined')
  await send(url, { action: 'card', card: 'pays', form: formOf((await see(url)).page) })
  await send(url, { action: 'pay', invoice, form: formOf((await see(url)).page) })
  expect((await standIn.stripe.subscriptions.retrieve(subscription)).status).toBe('active')
  const { hosted_invoice_url } = await standIn.stripe.invoices.retrieve(invoice)
  expect((await see(hosted_invoice_url!)).page).toContain('Paid.')
})

test('in the portal of one customer nothing of another is touched', async () => {
  const mine = await subscribed(standIn)
  const other = await subscribed(standIn)
  const { url } = await standIn.stripe.billingPortal.sessions.create({ customer: mine.customer })
  const form = formOf((await see(url)).page)
  await send(url, { action: 'cancel', subscription: other.subscription, form })
  const sub = await standIn.stripe.subscriptions.retrieve(other.subscription)
  expect(sub.cancel_at_period_end).toBe(false)
})

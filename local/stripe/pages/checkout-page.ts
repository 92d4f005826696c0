import { mayGoWithoutCard } from '../life/checkout.ts'
import { checkoutAmounts } from '../objects/session.ts'
import { priceOf } from '../read.ts'
import type { CheckoutRecord } from '../records/session.ts'
import type { World } from '../world.ts'
import { cardChoice } from './card-choice.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { dateWords, money, priceWords } from './words.ts'

export type CheckoutGiven = {
  /** What was wrong with the form that was sent. */
  fault?: string
  field?: 'card' | 'code' | 'email'
  code?: string
  email?: string
}

/** The page where a plan is bought. */
export function checkoutPage(world: World, session: CheckoutRecord, given: CheckoutGiven = {}): Page {
  const price = priceOf(world, session.price)
  const { subtotal, total } = checkoutAmounts(world, session)
  const email = emailOf(world, session)
  const days = session.trialDays
  const trialEnd = days === null ? session.trialEnd : world.now() + days * 86_400
  return {
    status: given.fault === undefined ? 200 : 422,
    title: `Subscribe to ${price.product}`,
    leadsTo: [session.successUrl, session.cancelUrl],
    content: html`<h1>Subscribe to ${price.product}</h1>
<div class="two">
<section class="card" aria-labelledby="order">
<h2 id="order">Your order</h2>
<p class="sum">${priceWords(price)}</p>
${trialEnd !== null && html`<p>Free until ${dateWords(trialEnd)}${days !== null && html` (${days} days)`}, then ${priceWords(price)}.</p>`}
<dl>
<dt>${price.product}, ${price.interval}ly</dt><dd>${money(subtotal, price.currency)}</dd>
${discountRow(world, session, subtotal - total)}
<dt class="total">Due today</dt><dd class="total">${money(total, price.currency)}</dd>
</dl>
${session.allowsPromotionCodes && codeForm(world, session, given)}
</section>
<section class="card" aria-labelledby="payment">
<h2 id="payment">Payment</h2>
<form method="post">
${emailPart(email, given)}
${cardChoice(given.field === 'card' ? given.fault : undefined)}
${session.collectsTaxId && html`<p class="quiet">A tax id would be asked for here. The stand-in asks for none.</p>`}
<button class="main-deed" name="action" value="pay">${trialEnd === null ? 'Pay' : 'Start trial'}</button>
${mayGoWithoutCard(world, session) && html`<p class="quiet">No card is needed today.</p><button name="action" value="pay-without-card">Go on without a card</button>`}
</form>
${session.cancelUrl !== null && html`<p><a href="${session.cancelUrl}">Back without paying</a></p>`}
</section>
</div>`,
  }
}

/** The address that the checkout is for, where that is known. */
export function emailOf(world: World, session: CheckoutRecord): string | null {
  const customer = session.customer === null ? undefined : world.state.customers[session.customer]
  return customer?.email ?? session.customerEmail
}

function emailPart(email: string | null, given: CheckoutGiven): Html {
  if (email !== null) return html`<p>Email: <strong>${email}</strong></p>`
  const isWrong = given.field === 'email'
  return html`<p><label class="field" for="email">Email</label>
<input type="email" id="email" name="email" required autocomplete="email" value="${given.email ?? ''}"${isWrong && html` aria-invalid="true" aria-describedby="email-fault"`}>
${isWrong && html`<span class="bad" id="email-fault" role="alert">${given.fault ?? ''}</span>`}</p>`
}

function discountRow(world: World, session: CheckoutRecord, off: number): Html | null {
  if (session.coupon === null) return null
  const coupon = world.state.coupons[session.coupon]
  const code = session.promotionCode === null ? undefined : world.state.promotionCodes[session.promotionCode]
  const size = coupon?.percentOff
    ? `${coupon.percentOff} % off`
    : `${money(coupon?.amountOff ?? 0, coupon?.currency ?? 'usd')} off`
  return html`<dt>${code?.code ?? coupon?.name ?? 'Discount'} (${size})</dt><dd>${money(-off, priceOf(world, session.price).currency)}</dd>`
}

function codeForm(world: World, session: CheckoutRecord, given: CheckoutGiven): Html {
  if (session.promotionCode !== null)
    return html`<form method="post"><button name="action" value="remove-code">Remove promotion code</button></form>`
  const isWrong = given.field === 'code'
  const known = Object.values(world.state.promotionCodes).find(({ active }) => active)
  return html`<form method="post">
<div class="row"><div><label class="field" for="code">Promotion code</label>
<input type="text" id="code" name="code" autocomplete="off" value="${given.code ?? ''}"${isWrong && html` aria-invalid="true" aria-describedby="code-fault"`}></div>
<button name="action" value="code">Apply</button></div>
${isWrong && html`<p class="bad" id="code-fault" role="alert">${given.fault ?? ''}</p>`}
${known !== undefined && html`<p class="quiet">For a test: ${known.code}</p>`}
</form>`
}

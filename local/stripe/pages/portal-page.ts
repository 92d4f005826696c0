import { randomUUID } from 'node:crypto'
import { isOver } from '../life/change-subscription.ts'
import { totalOf } from '../objects/invoice.ts'
import { customerOf, priceOf } from '../read.ts'
import type { InvoiceRecord } from '../records/money.ts'
import type { PortalRecord } from '../records/session.ts'
import type { SubscriptionRecord } from '../records/subscription.ts'
import type { World } from '../world.ts'
import { cardChoice } from './card-choice.ts'
import { type Html, html } from './html.ts'
import { statusWords } from './invoice-page.ts'
import type { Page } from './layout.ts'
import { dateWords, money, priceWords } from './words.ts'

/** The page where a customer sees and changes what they have bought. */
export function portalPage(world: World, portal: PortalRecord, fault?: string): Page {
  const customer = customerOf(world, portal.customer)
  const mine = <Each extends { customer: string | null }>(table: Record<string, Each>) =>
    Object.values(table)
      .filter((each) => each.customer === customer.id)
      .reverse()
  const subs = mine(world.state.subscriptions).filter((sub) => !isOver(sub))
  const invoices = mine(world.state.invoices).filter(({ status }) => status !== 'draft')
  const card = world.state.cards[subs[0]?.card ?? customer.card ?? '']
  const token = html`<input type="hidden" name="form" value="${randomUUID()}">`
  return {
    status: fault === undefined ? 200 : 422,
    title: 'Your plan and payments',
    leadsTo: [portal.returnUrl],
    content: html`${portal.returnUrl !== null && html`<p><a href="${portal.returnUrl}">Back to Threadr</a></p>`}
<h1>Your plan and payments</h1>
<p class="quiet">${customer.email ?? customer.name ?? ''}</p>
${fault !== undefined && html`<p class="bad" role="alert">${fault}</p>`}
${subs.length === 0 && html`<section class="card"><h2>No plan</h2><p>Nothing is subscribed to now.</p></section>`}
${subs.map((sub) => planSection(world, sub, token))}
<section class="card" aria-labelledby="card"><h2 id="card">Card</h2>
<p>${card ? `Test card ending in ${card.last4}` : 'There is no card.'}</p>
<form method="post">${token}${cardChoice()}
<button name="action" value="card">Use this card</button></form></section>
<section class="card" aria-labelledby="invoices"><h2 id="invoices">Invoices</h2>
${invoices.length === 0 ? html`<p>There is none yet.</p>` : html`<ul class="invoices">${invoices.map((invoice) => invoiceRow(invoice, token))}</ul>`}</section>`,
  }
}

function planSection(world: World, sub: SubscriptionRecord, token: Html): Html {
  const price = priceOf(world, sub.price)
  const others = [...world.prices.values()].filter(
    ({ id, currency, isRetired }) => id !== price.id && currency === price.currency && !isRetired,
  )
  return html`<section class="card" aria-labelledby="plan-${sub.id}"><h2 id="plan-${sub.id}">${price.product}</h2>
<p class="sum">${priceWords(price)}</p>
<p>${stateWords(sub)}</p>
<div class="row">
${others.map(
  (
    other,
  ) => html`<form method="post">${token}<input type="hidden" name="subscription" value="${sub.id}"><input type="hidden" name="price" value="${other.id}">
<button name="action" value="change">Change to ${other.product}, ${priceWords(other)}</button></form>`,
)}
<form method="post">${token}<input type="hidden" name="subscription" value="${sub.id}">
${sub.cancelAtPeriodEnd ? html`<button name="action" value="resume">Keep the plan</button>` : html`<button name="action" value="cancel">Cancel at the end of the period</button>`}</form>
</div></section>`
}

function stateWords(sub: SubscriptionRecord): string {
  const end = dateWords(sub.periodEnd)
  if (sub.cancelAtPeriodEnd) return `Cancelled: it ends on ${end}.`
  if (sub.pause) return 'Paused: nothing is collected for now.'
  if (sub.status === 'trialing') return `The trial ends on ${end}.`
  if (sub.status === 'past_due' || sub.status === 'unpaid')
    return 'The last payment failed. Change the card and pay the open invoice below.'
  if (sub.status === 'paused') return 'The trial has ended and there is no card to pay with.'
  return `It renews on ${end}.`
}

function invoiceRow(invoice: InvoiceRecord, token: Html): Html {
  return html`<li><span class="grow"><a href="/invoice/${invoice.id}">${invoice.number ?? 'Draft'}</a><br>
<span class="quiet">${dateWords(invoice.created)}</span></span>
<span class="num">${money(totalOf(invoice), invoice.currency)}</span>
<span class="${invoice.status === 'open' ? 'bad' : 'quiet'}">${statusWords[invoice.status]}</span>
${invoice.status === 'open' && html`<form method="post">${token}<input type="hidden" name="invoice" value="${invoice.id}"><button name="action" value="pay">Pay now</button></form>`}</li>`
}

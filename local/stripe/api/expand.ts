import { cardObject, customerObject, deletedCustomerObject } from '../objects/customer.ts'
import { couponObject, discountObject, promotionCodeObject } from '../objects/discount.ts'
import { invoiceObject, invoicePaymentObject } from '../objects/invoice.ts'
import { chargeObject, intentObject, refundObject } from '../objects/payment.ts'
import { priceObject, productObject } from '../objects/price.ts'
import { checkoutLineItems } from '../objects/session.ts'
import { subscriptionObject } from '../objects/subscription.ts'
import { wholeList } from '../objects/wire.ts'
import { productId } from '../prices.ts'
import { invalid } from '../stripe-fault.ts'
import type { World } from '../world.ts'

const deepest = 4

/** Puts the whole thing in the place of the id, at each path such as `data.latest_invoice`. Throws Stripe's 400 where none is. */
export function expandAll(world: World, object: object, paths: string[]): void {
  for (const path of paths) {
    const names = path.split('.')
    if (names.filter((name) => name !== 'data').length > deepest)
      throw invalid(
        `You cannot expand more than ${deepest} levels of a property. Property: ${path}`,
        'expand',
      )
    expandOne(world, object, names, path)
  }
}

function expandOne(world: World, holder: object, [name = '', ...rest]: string[], path: string): void {
  if (name === 'data' && Array.isArray(Reflect.get(holder, 'data'))) {
    for (const each of Reflect.get(holder, 'data')) expandOne(world, each, rest, path)
    return
  }
  const there: unknown = Reflect.get(holder, name)
  const whole = typeof there === 'string' ? thing(world, there) : (there ?? included(world, holder, name))
  if (Array.isArray(whole)) {
    const all = whole.map((each) => (typeof each === 'string' ? thing(world, each) : each))
    Reflect.set(holder, name, all)
    for (const each of all) if (rest.length > 0) expandOne(world, each, rest, path)
    return
  }
  if (whole === undefined)
    throw invalid(
      `This property cannot be expanded (${name}). You may want to try expanding '${path}'.`,
      'expand',
    )
  if (whole === null || typeof whole !== 'object') return
  Reflect.set(holder, name, whole)
  if (rest.length > 0) expandOne(world, whole, rest, path)
}

/** The thing that an id names; undefined for a text that is no id of a thing here. */
function thing(world: World, id: string): object | undefined {
  const { state } = world
  const customer = state.customers[id]
  if (customer) return customer.deleted ? deletedCustomerObject(id) : customerObject(world, customer)
  const price = world.prices.get(id) ?? [...world.prices.values()].find((each) => productId(each) === id)
  if (price) return price.id === id ? priceObject(price) : productObject(price)
  return (
    present(state.subscriptions[id], (each) => subscriptionObject(world, each)) ??
    present(state.invoices[id], (each) => invoiceObject(world, each)) ??
    present(state.charges[id], (each) => chargeObject(world, each)) ??
    present(state.intents[id], (each) => intentObject(world, each)) ??
    present(state.cards[id], (each) => cardObject(world, each)) ??
    present(state.discounts[id], discountObject) ??
    present(state.coupons[id], (each) => couponObject(world, each)) ??
    present(state.promotionCodes[id], (each) => promotionCodeObject(world, each))
  )
}

const present = <Record>(record: Record | undefined, object: (record: Record) => object) =>
  record === undefined ? undefined : object(record)

/** What a thing holds only where it is asked for; null for a property that is there and empty. */
function included(world: World, holder: object, name: string): object | null | undefined {
  const id = String(Reflect.get(holder, 'id'))
  const { state } = world
  const session = state.checkouts[id]
  if (name === 'line_items' && session) return checkoutLineItems(world, session)
  const invoice = state.invoices[id]
  if (name === 'payments' && invoice)
    return wholeList(
      `/v1/invoice_payments?invoice=${id}`,
      [invoicePaymentObject(world, invoice) ?? []].flat(),
    )
  if (name === 'refunds' && state.charges[id]) {
    const refunds = Object.values(state.refunds).filter(({ charge }) => charge === id)
    return wholeList(`/v1/charges/${id}/refunds`, refunds.map((each) => refundObject(world, each)).reverse())
  }
  if (name === 'subscriptions' && state.customers[id]) {
    const subs = Object.values(state.subscriptions).filter(
      ({ customer, status }) => customer === id && status !== 'canceled',
    )
    return wholeList(
      `/v1/customers/${id}/subscriptions`,
      subs.map((each) => subscriptionObject(world, each)).reverse(),
    )
  }
  return Reflect.has(holder, name) ? null : undefined
}

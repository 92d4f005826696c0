import type { StandInPrice } from './prices.ts'
import type { CustomerRecord } from './records/customer.ts'
import { invalid, missing } from './stripe-fault.ts'
import type { World } from './world.ts'

/** The record of a table. Throws Stripe's “No such …” where there is none, for the path or for the parameter that named it. */
export function recordOf<Record>(
  table: { [id: string]: Record },
  kind: string,
  id: string,
  param?: string,
): Record {
  const found = Object.hasOwn(table, id) ? table[id] : undefined
  if (found === undefined) throw missing(kind, id, param)
  return found
}

/** A customer that is still there. */
export function customerOf(world: World, id: string, param?: string): CustomerRecord {
  const customer = recordOf(world.state.customers, 'customer', id, param)
  if (customer.deleted) throw missing('customer', id, param)
  return customer
}

export function priceOf(world: World, id: string, param?: string): StandInPrice {
  const price = world.prices.get(id)
  if (!price) throw missing('price', id, param)
  return price
}

/** A price that can be bought now. Throws Stripe's 400 for one that is retired. */
export function offeredPriceOf(world: World, id: string, param: string): StandInPrice {
  const price = priceOf(world, id, param)
  if (price.isRetired)
    throw invalid('The price specified is inactive. This field only accepts active prices.', param)
  return price
}

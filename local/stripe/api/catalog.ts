import { z } from 'zod'
import { accountObject } from '../objects/account.ts'
import { eventObject } from '../objects/event.ts'
import { priceObject, productObject } from '../objects/price.ts'
import { productId } from '../prices.ts'
import { priceOf, recordOf } from '../read.ts'
import type { World } from '../world.ts'
import { listFields, pageOf } from './list.ts'
import { flag, ignoring, parse, text } from './parameters.ts'
import { get, type Route } from './route.ts'

const productsOf = (world: World) =>
  [...new Map([...world.prices.values()].map((price) => [productId(price), price])).values()].map(
    productObject,
  )

const pricesListed = z.strictObject({
  ...listFields,
  active: flag.optional(),
  product: text.optional(),
  currency: text.optional(),
  ...ignoring(['type', 'recurring', 'lookup_keys']),
})

const eventsListed = z.strictObject({
  ...listFields,
  type: text.optional(),
  types: z.array(text).max(20).optional(),
  delivery_success: flag.optional(),
})

/** What can be bought, whose account it is, and what has happened. */
export const catalogRoutes: Route[] = [
  get('/v1/prices', ({ world, parameters, path }) => {
    const asked = parse(pricesListed, parameters)
    const all = [...world.prices.values()]
      .filter(
        (price) =>
          (asked.active === undefined || asked.active === (price.isRetired !== true)) &&
          (asked.product === undefined || productId(price) === asked.product) &&
          (asked.currency === undefined || price.currency === asked.currency),
      )
      .map(priceObject)
    return pageOf(path, asked, all, (price) => price)
  }),
  get('/v1/prices/:id', ({ world, id }) => priceObject(priceOf(world, id))),
  get('/v1/products', ({ world, parameters, path }) => {
    const asked = parse(
      z.strictObject({ ...listFields, active: flag.optional(), ids: z.array(text).optional() }),
      parameters,
    )
    const all = productsOf(world).filter(
      ({ id }) => asked.active !== false && (asked.ids === undefined || asked.ids.includes(id)),
    )
    return pageOf(path, asked, all, (product) => product)
  }),
  get('/v1/products/:id', ({ world, id }) => {
    const products = productsOf(world).map((product) => [product.id, product])
    return recordOf(Object.fromEntries(products), 'product', id)
  }),
  get('/v1/events', ({ world, parameters, path }) => {
    const asked = parse(eventsListed, parameters)
    const all = Object.values(world.state.events).filter(
      (event) =>
        (asked.type === undefined || isOfType(event.type, asked.type)) &&
        (asked.types === undefined || asked.types.includes(event.type)) &&
        (asked.delivery_success === undefined || event.pending !== asked.delivery_success),
    )
    return pageOf(path, asked, all, eventObject)
  }),
  get('/v1/events/:id', ({ world, id }) => eventObject(recordOf(world.state.events, 'event', id))),
  get('/v1/account', () => accountObject),
  get('/v1/accounts/:id', ({ id }) => recordOf({ [accountObject.id]: accountObject }, 'account', id)),
]

/** A type may be asked for by its beginning: `charge.*`. */
const isOfType = (type: string, asked: string) =>
  asked.endsWith('*') ? type.startsWith(asked.slice(0, -1)) : type === asked

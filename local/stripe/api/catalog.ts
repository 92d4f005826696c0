import { z } from 'zod'
import { accountObject } from '../objects/account.ts'
import { eventObject } from '../objects/event.ts'
import { priceObject, productObject } from '../objects/price.ts'
import { productId } from '../prices.ts'
import { priceOf, recordOf } from '../read.ts'
import type { World } from '../world.ts'
import { isAsked, listing } from './list.ts'
import { flag, ignoring, text } from './parameters.ts'
import { get, type Route } from './route.ts'

const productsOf = (world: World) =>
  [...new Map([...world.prices.values()].map((price) => [productId(price), price])).values()].map(
    productObject,
  )

/** What can be bought, whose account it is, and what has happened. */
export const catalogRoutes: Route[] = [
  listing(
    '/v1/prices',
    {
      active: flag.optional(),
      product: text.optional(),
      currency: text.optional(),
      ...ignoring(['type', 'recurring', 'lookup_keys']),
    },
    (world, asked) =>
      [...world.prices.values()]
        .filter(
          (price) =>
            isAsked(asked.active, price.isRetired !== true) &&
            isAsked(asked.product, productId(price)) &&
            isAsked(asked.currency, price.currency),
        )
        .map(priceObject),
    (_world, price) => price,
  ),
  get('/v1/prices/:id', ({ world, id }) => priceObject(priceOf(world, id))),
  listing(
    '/v1/products',
    { active: flag.optional(), ids: z.array(text).optional() },
    (world, asked) =>
      productsOf(world).filter(({ id }) => asked.active !== false && (asked.ids?.includes(id) ?? true)),
    (_world, product) => product,
  ),
  get('/v1/products/:id', ({ world, id }) => {
    const products = productsOf(world).map((product) => [product.id, product])
    return recordOf(Object.fromEntries(products), 'product', id)
  }),
  listing(
    '/v1/events',
    {
      type: text.optional(),
      types: z.array(text).max(20).optional(),
      delivery_success: flag.optional(),
    },
    (world, asked) =>
      Object.values(world.state.events).filter(
        ({ type, pending }) =>
          isOfType(type, asked.type ?? '*') &&
          (asked.types?.includes(type) ?? true) &&
          isAsked(asked.delivery_success, !pending),
      ),
    (_world, event) => eventObject(event),
  ),
  get('/v1/events/:id', ({ world, id }) => eventObject(recordOf(world.state.events, 'event', id))),
  get('/v1/account', () => accountObject),
  get('/v1/accounts/:id', ({ id }) => recordOf({ [accountObject.id]: accountObject }, 'account', id)),
]

/** A type may be asked for by its beginning: `charge.*`. */
const isOfType = (type: string, asked: string) =>
  asked.endsWith('*') ? type.startsWith(asked.slice(0, -1)) : type === asked

import { z } from 'zod'
import { changeCustomer, customerAnswer, deleteCustomer } from '../life/cancel.ts'
import { makeCustomer } from '../life/checkout.ts'
import { cardObject, deletedCustomerObject } from '../objects/customer.ts'
import { customerOf, recordOf } from '../read.ts'
import type { CustomerRecord } from '../records/customer.ts'
import { isAsked, listing } from './list.ts'
import {
  clearable,
  expand,
  ignoring,
  mergedMetadata,
  metadata,
  parse,
  takeNone,
  text,
  whole,
} from './parameters.ts'
import { get, post, type Route, remove } from './route.ts'

const addressFields = z.union([
  z.literal('').transform(() => null),
  z.strictObject({
    city: clearable.default(null),
    country: clearable.default(null),
    line1: clearable.default(null),
    line2: clearable.default(null),
    postal_code: clearable.default(null),
    state: clearable.default(null),
  }),
])

const given = z.strictObject({
  email: clearable
    .refine((email) => email === null || /^[^@\s]+@[^@\s]+$/.test(email), 'not an email address')
    .optional(),
  name: clearable.optional(),
  phone: clearable.optional(),
  description: clearable.optional(),
  metadata: metadata.optional(),
  address: addressFields.optional(),
  balance: whole.optional(),
  preferred_locales: z.array(text).optional(),
  invoice_settings: z
    .strictObject({ default_payment_method: clearable.optional(), ...ignoring(['custom_fields', 'footer']) })
    .optional(),
  expand,
  ...ignoring(['shipping', 'tax', 'tax_exempt', 'tax_id_data', 'business_name', 'individual_name']),
})

function fieldsOf(asked: z.output<typeof given>, old: CustomerRecord['metadata']): Partial<CustomerRecord> {
  const { email, name, phone, description, address, balance, preferred_locales: locales } = asked
  const card = asked.invoice_settings?.default_payment_method
  return {
    ...(email !== undefined && { email }),
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(description !== undefined && { description }),
    ...(address !== undefined && { address }),
    ...(balance !== undefined && { balance }),
    ...(locales !== undefined && { locales }),
    ...(card !== undefined && { card }),
    metadata: mergedMetadata(old, asked.metadata),
  }
}

export const customerRoutes: Route[] = [
  post('/v1/customers', ({ world, parameters }) => {
    const customer = makeCustomer(world, fieldsOf(parse(given, parameters), {}))
    return customerAnswer(world, customer)
  }),
  listing(
    '/v1/customers',
    { email: text.optional() },
    (world, asked) =>
      Object.values(world.state.customers).filter(
        ({ email, deleted }) => !deleted && isAsked<string | null>(asked.email, email),
      ),
    customerAnswer,
  ),
  get('/v1/customers/:id', ({ world, id }) =>
    customerAnswer(world, recordOf(world.state.customers, 'customer', id)),
  ),
  post('/v1/customers/:id', ({ world, id, parameters }) => {
    const customer = customerOf(world, id)
    const fields = fieldsOf(parse(given, parameters), customer.metadata)
    if (fields.card)
      recordOf(world.state.cards, 'PaymentMethod', fields.card, 'invoice_settings[default_payment_method]')
    changeCustomer(world, customer, () => Object.assign(customer, fields))
    return customerAnswer(world, customer)
  }),
  remove('/v1/customers/:id', ({ world, id, parameters }) => {
    takeNone(parameters)
    deleteCustomer(world, customerOf(world, id))
    return deletedCustomerObject(id)
  }),
  listing(
    '/v1/customers/:id/payment_methods',
    { type: text.optional() },
    (world, _asked, id) => {
      const owner = customerOf(world, id)
      return Object.values(world.state.cards).filter(({ customer }) => customer === owner.id)
    },
    cardObject,
  ),
  get('/v1/payment_methods/:id', ({ world, id }) =>
    cardObject(world, recordOf(world.state.cards, 'PaymentMethod', id)),
  ),
]

import { z } from 'zod'
import { collect } from '../life/collect.ts'
import { invoiceObject, invoicePaymentId, invoicePaymentObject } from '../objects/invoice.ts'
import { wholeList } from '../objects/wire.ts'
import { recordOf } from '../read.ts'
import { declined, invalid } from '../stripe-fault.ts'
import { isAsked, listing } from './list.ts'
import { expand, ignoring, parse, text } from './parameters.ts'
import { get, post, type Route } from './route.ts'

export const invoiceRoutes: Route[] = [
  listing(
    '/v1/invoices',
    {
      customer: text.optional(),
      subscription: text.optional(),
      status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']).optional(),
    },
    (world, asked) =>
      Object.values(world.state.invoices).filter(
        ({ customer, subscription, status }) =>
          isAsked(asked.customer, customer) &&
          isAsked(asked.subscription, subscription) &&
          isAsked(asked.status, status),
      ),
    invoiceObject,
  ),
  get('/v1/invoices/:id', ({ world, id }) =>
    invoiceObject(world, recordOf(world.state.invoices, 'invoice', id)),
  ),
  get('/v1/invoices/:id/lines', ({ world, id, path }) =>
    wholeList(path, invoiceObject(world, recordOf(world.state.invoices, 'invoice', id)).lines.data),
  ),
  post('/v1/invoices/:id/pay', ({ world, id, parameters }) => {
    parse(z.strictObject({ expand, ...ignoring(['off_session', 'payment_method']) }), parameters)
    const invoice = recordOf(world.state.invoices, 'invoice', id)
    if (invoice.status === 'paid') throw invalid('Invoice is already paid')
    if (invoice.status !== 'open') throw invalid(`Invoice can't be paid while it is ${invoice.status}.`)
    if (!collect(world, invoice, false)) throw declined('generic_decline')
    return invoiceObject(world, invoice)
  }),
  listing(
    '/v1/invoice_payments',
    {
      invoice: text.optional(),
      status: z.enum(['canceled', 'open', 'paid']).optional(),
      payment: z.strictObject({ type: z.literal('payment_intent'), payment_intent: text }).optional(),
    },
    (world, asked) =>
      Object.values(world.state.invoices)
        .filter(
          ({ id, intent }) =>
            isAsked(asked.invoice, id) && isAsked<string | null>(asked.payment?.payment_intent, intent),
        )
        .flatMap((invoice) => invoicePaymentObject(world, invoice) ?? [])
        .filter(({ status }) => isAsked<string>(asked.status, status)),
    (_world, payment) => payment,
  ),
  get('/v1/invoice_payments/:id', ({ world, id }) => {
    const invoice = Object.values(world.state.invoices).find((each) => invoicePaymentId(each) === id)
    return (invoice && invoicePaymentObject(world, invoice)) ?? recordOf({}, 'invoice payment', id)
  }),
]

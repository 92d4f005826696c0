import { z } from 'zod'
import { collect } from '../life/collect.ts'
import { invoiceObject, invoicePaymentId, invoicePaymentObject } from '../objects/invoice.ts'
import { wholeList } from '../objects/wire.ts'
import { recordOf } from '../read.ts'
import { declined, invalid } from '../stripe-fault.ts'
import { listFields, pageOf } from './list.ts'
import { expand, ignoring, parse, text } from './parameters.ts'
import { get, post, type Route } from './route.ts'

const listed = z.strictObject({
  ...listFields,
  customer: text.optional(),
  subscription: text.optional(),
  status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']).optional(),
})

const paymentsListed = z.strictObject({
  ...listFields,
  invoice: text.optional(),
  status: z.enum(['canceled', 'open', 'paid']).optional(),
  payment: z.strictObject({ type: z.literal('payment_intent'), payment_intent: text }).optional(),
})

export const invoiceRoutes: Route[] = [
  get('/v1/invoices', ({ world, parameters, path }) => {
    const asked = parse(listed, parameters)
    const all = Object.values(world.state.invoices).filter(
      (invoice) =>
        (asked.customer === undefined || invoice.customer === asked.customer) &&
        (asked.subscription === undefined || invoice.subscription === asked.subscription) &&
        (asked.status === undefined || invoice.status === asked.status),
    )
    return pageOf(path, asked, all, (invoice) => invoiceObject(world, invoice))
  }),
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
  get('/v1/invoice_payments', ({ world, parameters, path }) => {
    const asked = parse(paymentsListed, parameters)
    const all = Object.values(world.state.invoices)
      .filter(
        (invoice) =>
          (asked.invoice === undefined || invoice.id === asked.invoice) &&
          (asked.payment === undefined || invoice.intent === asked.payment.payment_intent),
      )
      .flatMap((invoice) => invoicePaymentObject(world, invoice) ?? [])
      .filter(({ status }) => asked.status === undefined || status === asked.status)
    return pageOf(path, asked, all, (payment) => payment)
  }),
  get('/v1/invoice_payments/:id', ({ world, id }) => {
    const invoice = Object.values(world.state.invoices).find((each) => invoicePaymentId(each) === id)
    return (invoice && invoicePaymentObject(world, invoice)) ?? recordOf({}, 'invoice payment', id)
  }),
]

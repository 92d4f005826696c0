import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import { cancelAtPeriodEnd, changeCustomer } from '../life/cancel.ts'
import { changePrice } from '../life/change-price.ts'
import { changeSubscription, isOver } from '../life/change-subscription.ts'
import { type Conduct, makeCard } from '../life/checkout.ts'
import { collect } from '../life/collect.ts'
import { cardObject } from '../objects/customer.ts'
import { customerOf, priceOf, recordOf } from '../read.ts'
import type { PortalRecord } from '../records/session.ts'
import { declined, StripeFault } from '../stripe-fault.ts'
import type { World, WorldInside } from '../world.ts'
import { conductSchema } from './card-choice.ts'
import { leadTo, sendPage, sentencePage } from './layout.ts'
import { portalPage } from './portal-page.ts'

const once = { form: z.uuid() }
const formSchema = z.discriminatedUnion('action', [
  z.object({ ...once, action: z.literal('change'), subscription: z.string(), price: z.string() }),
  z.object({ ...once, action: z.enum(['cancel', 'resume']), subscription: z.string() }),
  z.object({ ...once, action: z.literal('card'), card: conductSchema }),
  z.object({ ...once, action: z.literal('pay'), invoice: z.string() }),
])
type Form = z.output<typeof formSchema>

/** How many forms are remembered as answered. */
const remembered = 100

/** Answers a form of the portal; one that has been sent already is answered alike and does nothing more. */
export function answerPortalForm(
  world: WorldInside,
  portal: PortalRecord,
  fields: URLSearchParams,
  response: ServerResponse,
) {
  const parsed = formSchema.safeParse(Object.fromEntries(fields))
  if (!parsed.success)
    return sendPage(
      response,
      sentencePage(400, 'Nothing was done', 'The form was not one of this page. Go back and send it again.'),
    )
  const form = parsed.data
  if (portal.answered.includes(form.form)) return leadTo(response, `/portal/${portal.id}`)
  try {
    world.work({ id: null, key: null }, () => carryOut(world, portal, form))
    portal.answered = [...portal.answered, form.form].slice(-remembered)
    leadTo(response, `/portal/${portal.id}`)
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error
    const sentence = error.type === 'card_error' ? `${error.message} Choose another card.` : error.message
    sendPage(response, portalPage(world, portal, sentence))
  }
}

function carryOut(world: World, portal: PortalRecord, form: Form) {
  if (form.action === 'card') return takeCard(world, portal.customer, form.card)
  if (form.action === 'pay') {
    const invoice = recordOf(world.state.invoices, 'invoice', form.invoice)
    if (invoice.customer !== portal.customer || invoice.status !== 'open') return
    if (!collect(world, invoice, true)) throw declined('generic_decline')
    return
  }
  const sub = recordOf(world.state.subscriptions, 'subscription', form.subscription)
  if (sub.customer !== portal.customer || isOver(sub)) return
  if (form.action !== 'change') return cancelAtPeriodEnd(world, sub, form.action === 'cancel')
  changePrice(world, sub, {
    price: priceOf(world, form.price).id,
    proration: 'always_invoice',
    whenDeclined: 'refuse',
    ownerIsThere: true,
  })
}

function takeCard(world: World, id: string, conduct: Conduct): void {
  if (conduct === 'declined') throw declined('generic_decline')
  const customer = customerOf(world, id)
  const card = makeCard(world, customer.id, conduct)
  world.tell('payment_method.attached', cardObject(world, card))
  changeCustomer(world, customer, () => {
    customer.card = card.id
  })
  for (const sub of Object.values(world.state.subscriptions))
    if (sub.customer === customer.id && !isOver(sub))
      changeSubscription(world, sub, () => {
        sub.card = card.id
      })
}

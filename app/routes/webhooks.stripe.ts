import type { ActionFunctionArgs } from '@remix-run/node'
import { receiveEvent } from '#app/features/billing/receive-event.ts'
import { forEventsOnly, plainAnswer, takeEvent } from '#app/platform/take-event.server.ts'

/** Nothing is here for a browser. */
export const loader = () => forEventsOnly('Stripe')

/** Takes Stripe's events: signed, small enough, each once. Answered as soon as its job is there. */
export async function action({ request, context: { env, database, logger } }: ActionFunctionArgs) {
  const { payments } = env
  if (request.method !== 'POST') return loader()
  if (!payments) return plainAnswer('No plan is sold here.', 404)
  return takeEvent({ request, logger }, (body) =>
    receiveEvent(database.prisma, payments, { body, signature: request.headers.get('Stripe-Signature') }),
  )
}

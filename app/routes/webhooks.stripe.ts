import type { ActionFunctionArgs } from '@remix-run/node'
import { mostEventBytes, receiveEvent } from '#app/features/billing/receive-event.ts'
import { AppError } from '#app/platform/errors.ts'
import { readBody } from '#app/platform/read-body.server.ts'

const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }

/** Nothing is here for a browser. */
export const loader = () =>
  new Response('Stripe posts its events here.', { status: 405, headers: { ...plain, Allow: 'POST' } })

/** Takes Stripe's events: signed, small enough, each once. Answered as soon as its job is there. */
export async function action({ request, context: { env, database, logger } }: ActionFunctionArgs) {
  if (request.method !== 'POST') return loader()
  if (!env.payments) return new Response('No plan is sold here.', { status: 404, headers: plain })
  try {
    // As it came, which is what is signed.
    const body = await readBody(request, mostEventBytes)
    if (body === null)
      throw new AppError('event-too-large', 'This is too large for an event.', { status: 400 })
    await receiveEvent(database.prisma, env.payments, {
      body,
      signature: request.headers.get('Stripe-Signature'),
    })
    return new Response('Taken.', { headers: plain })
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 400) throw error
    logger.warn({ code: error.code }, 'an event was refused')
    return new Response(error.message, { status: 400, headers: plain })
  }
}

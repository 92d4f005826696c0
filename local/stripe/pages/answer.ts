import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Api } from '../api/answer.ts'
import { readBody } from '../read-body.ts'
import { StripeFault } from '../stripe-fault.ts'
import { answerCheckoutForm, successUrl } from './checkout-form.ts'
import { checkoutPage } from './checkout-page.ts'
import { invoicePage } from './invoice-page.ts'
import { leadTo, sendPage, sentencePage } from './layout.ts'
import { answerPortalForm } from './portal-form.ts'
import { portalPage } from './portal-page.ts'
import { style } from './style.ts'

/** Answers a browser: the pages for paying and for what was bought. Whoever has a session's long id may see and use it. */
export async function answerPage(
  api: Api,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await answer(api, request, response)
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error
    sendPage(response, sentencePage(error.status, 'Nothing was done', error.message))
  }
}

async function answer(api: Api, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://stand-in')
  if (pathname === '/style.css') {
    response.writeHead(200, {
      'content-type': 'text/css; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    return void response.end(style)
  }
  const body = request.method === 'POST' ? new URLSearchParams(await readBody(request)) : null
  if (body === null && request.method !== 'GET' && request.method !== 'HEAD')
    return sendPage(response, sentencePage(405, 'Not here', 'This page takes forms and nothing else.'))
  api.catchUp()
  const [, kind, id = ''] = pathname.split('/')
  const { world } = api
  const nothing = sentencePage(
    404,
    'Nothing here',
    'This page of the test stand-in does not exist, or no longer.',
  )

  const session = kind === 'checkout' ? world.state.checkouts[id] : undefined
  if (session?.status === 'complete') return leadTo(response, successUrl(session))
  if (session?.status === 'expired')
    return sendPage(
      response,
      sentencePage(
        410,
        'This checkout has expired',
        'Nothing was charged. Go back to where you came from and begin again.',
      ),
    )
  if (session && body) return answerCheckoutForm(world, session, body, response)
  if (session) return sendPage(response, checkoutPage(world, session))

  const portal = kind === 'portal' ? world.state.portals[id] : undefined
  if (portal && world.state.customers[portal.customer]?.deleted) return sendPage(response, nothing)
  if (portal && body) return answerPortalForm(world, portal, body, response)
  if (portal) return sendPage(response, portalPage(world, portal))

  const invoice = kind === 'invoice' ? world.state.invoices[id] : undefined
  if (invoice && !body) return sendPage(response, invoicePage(invoice))
  sendPage(response, nothing)
}

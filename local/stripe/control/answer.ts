import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { readBody } from '../read-body.ts'
import { StripeFault } from '../stripe-fault.ts'
import type { Control } from './control.ts'
import { deeds } from './deeds.ts'

/**
 * Answers `/stand-in/…`: GET `requests` and `state`, and POST with JSON for every deed of the control by its name in kebab
 * case, such as `/stand-in/advance`. Only for programs on this computer: not for pages of the web that a browser has open.
 */
export async function answerControl(
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, body: unknown) =>
    void response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(`${JSON.stringify(body ?? null, null, 2)}\n`)
  if (!isFromHere(request))
    return send(403, { error: 'Only programs on this computer may control the stand-in.' })
  const name = (request.url ?? '').replace(/^\/stand-in\//, '').replace(/\?.*$/, '')
  if (request.method === 'GET' && name === 'requests') return send(200, control.requests)
  if (request.method === 'GET' && name === 'state') return send(200, control.state)
  const deed = request.method === 'POST' && Object.hasOwn(deeds, name) ? deeds[name] : undefined
  if (!deed) return send(404, { error: 'There is no such deed.', deeds: Object.keys(deeds) })
  try {
    send(200, await deed(control, JSON.parse((await readBody(request)) || '{}')))
  } catch (error) {
    if (error instanceof StripeFault) return send(error.status, { error: error.message })
    if (error instanceof z.ZodError) return send(400, { error: z.prettifyError(error) })
    if (error instanceof SyntaxError) return send(400, { error: 'The body is not JSON.' })
    throw error
  }
}

/** From this computer, under its own name (another may be one that leads here), and not from a page. */
function isFromHere(request: IncomingMessage): boolean {
  const host = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname
  const from = request.socket.remoteAddress
  return (
    (host === '127.0.0.1' || host === 'localhost') &&
    (from === '127.0.0.1' || from === '::ffff:127.0.0.1') &&
    request.headers.origin === undefined
  )
}

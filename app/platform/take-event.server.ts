import type { z } from 'zod'
import { AppError } from './errors.ts'
import type { Logger } from './logger.server.ts'
import { readBody } from './read-body.server.ts'

/** The most of an event that is read, in bytes; the largest that is used here has a tenth of it. */
const mostEventBytes = 256 * 1024

const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }

/** An answer for a program that posts events. */
export const plainAnswer = (text: string, status = 200) => new Response(text, { status, headers })

/** What a browser is told at an address that only takes events. */
export const forEventsOnly = (whose: string) =>
  new Response(`${whose} posts its events here.`, { status: 405, headers: { ...headers, Allow: 'POST' } })

/** An event that can't be taken, by a sentence for whoever set the sender up. */
export const refuseEvent = (code: string, message: string) =>
  new AppError(code, message, { status: 400, level: 'warn' })

/**
 * Takes a posted event: reads its text as it came, which is what is signed, and passes it on. What is refused with 400 is
 * answered as that, and logged; all else is thrown, so that the sender tries again.
 */
export async function takeEvent(
  { request, logger }: { request: Request; logger: Logger },
  receive: (body: string) => Promise<void>,
): Promise<Response> {
  try {
    const body = await readBody(request, mostEventBytes)
    if (body === null) throw refuseEvent('event-too-large', 'This is too large for an event.')
    await receive(body)
    return plainAnswer('Taken.')
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 400) throw error
    logger.warn({ code: error.code }, 'an event was refused')
    return plainAnswer(error.message, 400)
  }
}

/** What an event says; throws `event-not-understood` where it is none of `whose`. */
export function parseEvent<T extends z.ZodType>(schema: T, body: string, whose: string): z.output<T> {
  const parsed = schema.safeParse(parseJson(body))
  if (!parsed.success) throw refuseEvent('event-not-understood', `This is no event of ${whose}’s.`)
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

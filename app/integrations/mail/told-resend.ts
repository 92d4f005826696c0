import { type Response as Answer, Resend } from 'resend'
import { z } from 'zod'

const refusalSchema = z.object({ name: z.string(), message: z.string().catch('') })

/** An answer of Resend's that is a refusal; `name` is the code that its documentation lists. */
export class ResendRefusal extends Error {
  readonly status: number
  readonly headers: Headers

  constructor({ status, headers }: Response, { name, message }: z.output<typeof refusalSchema>) {
    super(message)
    this.name = name
    this.status = status
    this.headers = headers
  }
}

/**
 * Resend's client, which throws what went wrong on the way: of itself it says that nothing could be fetched, be it that nobody
 * was reached or that the answer got lost, and only of the first it is sure that no message was taken. Refusals are thrown as
 * ResendRefusals.
 */
export class ToldResend extends Resend {
  override async fetchRequest<T>(path: string, options: RequestInit = {}): Promise<Answer<T>> {
    const response = await fetch(`${this.baseUrl}${path}`, options)
    const body = await response.text()
    if (response.ok)
      return { data: JSON.parse(body), error: null, headers: Object.fromEntries(response.headers) }
    throw new ResendRefusal(response, refusalOf(body))
  }
}

/** Proxies in between answer with pages of their own. */
function refusalOf(body: string): z.output<typeof refusalSchema> {
  try {
    return refusalSchema.parse(JSON.parse(body))
  } catch {
    return { name: 'application_error', message: '' }
  }
}

type Details = { code?: string; param?: string; declineCode?: string; chargeId?: string }
type FaultType = 'invalid_request_error' | 'idempotency_error' | 'card_error' | 'api_error'

/** What keeps a request from being answered, in the words and with the codes of Stripe. */
export class StripeFault extends Error {
  override name = 'StripeFault'
  readonly status: number
  readonly type: FaultType
  readonly details: Details

  constructor(status: number, type: FaultType, message: string, details: Details = {}) {
    super(message)
    this.status = status
    this.type = type
    this.details = details
  }

  body(requestId: string) {
    const { code, param, declineCode, chargeId } = this.details
    return {
      error: {
        ...(code && { code, doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
        ...(chargeId && { charge: chargeId }),
        ...(declineCode && { decline_code: declineCode }),
        message: this.message,
        ...(param && { param }),
        request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
        type: this.type,
      },
    }
  }
}

/** A request that Stripe would not begin to carry out. */
export const invalid = (message: string, param?: string, code?: string) =>
  new StripeFault(400, 'invalid_request_error', message, { ...(param && { param }), ...(code && { code }) })

/** A thing named in the path (404) or in a parameter (400) that isn't there. */
export const missing = (kind: string, id: string, param = 'id') =>
  new StripeFault(param === 'id' ? 404 : 400, 'invalid_request_error', `No such ${kind}: '${id}'`, {
    code: 'resource_missing',
    param,
  })

/** A card that doesn't pay. */
export const declined = (declineCode: string, chargeId?: string) =>
  new StripeFault(
    402,
    'card_error',
    declineCode === 'insufficient_funds' ? 'Your card has insufficient funds.' : 'Your card was declined.',
    { code: 'card_declined', declineCode, ...(chargeId && { chargeId }) },
  )

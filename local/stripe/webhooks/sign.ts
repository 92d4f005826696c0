import { createHmac } from 'node:crypto'

/** The value of `Stripe-Signature`: one signature a secret, so that a receiver can go over to the next. */
export function signatureHeader(body: string, secrets: string[], seconds: number): string {
  const signatures = secrets.map((secret) =>
    createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'),
  )
  return [`t=${seconds}`, ...signatures.map((signature) => `v1=${signature}`)].join(',')
}

import { type StripeFacts, timeOf } from './stripe-facts.ts'

export type LedgerRow = {
  kind: 'payment' | 'refund' | 'refund-failed' | 'dispute' | 'dispute-won'
  reference: string
  amountCents: number
  currency: string
  at: Date
}

/** An early warning takes no money yet, and one that was closed never did. */
const tookMoney = (status: string) => !status.startsWith('warning_') && status !== 'prevented'

/** A refund that came back may have been gone before, or not: both its rows come to nothing either way. */
const wasGone = ['succeeded', 'failed', 'canceled']
const cameBack = ['failed', 'canceled']

/**
 * What money came and went, each under Stripe's own number, so that however often it is told it is written down once. `now`
 * is when Stripe was asked, as it doesn't say when a refund came back.
 */
export function ledgerRows({ charges, refunds, disputes }: StripeFacts, now: Date): LedgerRow[] {
  return [
    ...charges
      .filter(({ paid, captured }) => paid && captured)
      .map(({ id, amount_captured: amount, currency, created }) => ({
        kind: 'payment' as const,
        reference: id,
        amountCents: amount,
        currency,
        at: timeOf(created),
      })),
    ...refunds
      .filter(({ status }) => wasGone.includes(status ?? ''))
      .flatMap(({ id, amount, currency, created, status }) => {
        const gone = { kind: 'refund' as const, reference: id, currency, at: timeOf(created) }
        return [
          { ...gone, amountCents: -amount },
          ...(cameBack.includes(status ?? '')
            ? [{ ...gone, kind: 'refund-failed' as const, amountCents: amount, at: now }]
            : []),
        ]
      }),
    ...disputes
      .filter(({ status }) => tookMoney(status))
      .flatMap(({ id, amount, currency, created, status, balance_transactions: moves }) => {
        const taken = { kind: 'dispute' as const, reference: id, currency, at: timeOf(created) }
        const back = moves.find(({ amount: moved }) => moved > 0)
        return [
          { ...taken, amountCents: -amount },
          ...(status === 'won'
            ? [
                {
                  ...taken,
                  kind: 'dispute-won' as const,
                  amountCents: amount,
                  at: timeOf(back?.created ?? created),
                },
              ]
            : []),
        ]
      }),
  ]
}

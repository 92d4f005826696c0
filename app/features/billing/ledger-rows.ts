import { type StripeFacts, timeOf } from './stripe-facts.ts'

export type LedgerRow = {
  kind: 'payment' | 'refund' | 'dispute' | 'dispute-won'
  reference: string
  amountCents: number
  currency: string
  at: Date
}

/** An early warning takes no money yet, and one that was closed never did. */
const tookMoney = (status: string) => !status.startsWith('warning_') && status !== 'prevented'

/** What money came and went, each under Stripe's own number, so that however often it is told it is written down once. */
export function ledgerRows({ charges, refunds, disputes }: StripeFacts): LedgerRow[] {
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
      .filter(({ status }) => status === 'succeeded')
      .map(({ id, amount, currency, created }) => ({
        kind: 'refund' as const,
        reference: id,
        amountCents: -amount,
        currency,
        at: timeOf(created),
      })),
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

import { money } from '#app/features/billing/money.ts'
import type { Difference } from '#app/features/billing/read-money.ts'

const monthWord = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A month as YYYY-MM, in words: November 2026. */
export const monthInWords = (month: string) => monthWord.format(new Date(`${month}-01T00:00:00Z`))

/** Two sums that ought to be one, both said, with what they lack of one another. */
export function differenceInWords({ what, month, sums: [one, other] }: Difference, currency: string): string {
  const amount = (cents: number) => money(cents, currency)
  const apart = `${amount(Math.abs(one - other))} apart`
  switch (what) {
    case 'changes':
      return `${monthInWords(month ?? '')}: the changes lead to ${amount(one)} a month, and at its end ${amount(other)} were paid, ${apart}.`
    case 'ledger':
      return `${monthInWords(month ?? '')}: received less refunded and disputed makes ${amount(one)}, and the ledger has ${amount(other)}, ${apart}.`
    case 'subscriptions':
      return `Now: the changes lead to ${amount(one)} a month, and the subscriptions as they stand make ${amount(other)}, ${apart}.`
  }
}

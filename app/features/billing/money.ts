/** An amount in its currency's smallest unit, in words: $12.00; those that have no smaller unit, such as ¥1200, as they are. */
export function money(smallestUnits: number, currency: string): string {
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: currency.trim().toUpperCase(),
    signDisplay: 'negative',
  })
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions()
  return format.format(smallestUnits / 10 ** digits)
}

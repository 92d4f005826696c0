/** A price as the account that the stand-in plays has it. */
export type StandInPrice = {
  id: string
  /** What is sold, by the name that its pages show. */
  product: string
  unitAmount: number
  currency: string
  interval: 'month' | 'year'
  /** Only shown on the price, as at Stripe: a trial is asked for at checkout. */
  trialDays?: number | undefined
  /** Whether it is no longer offered: those who have it keep it. */
  isRetired?: boolean | undefined
}

/** When the account that the stand-in plays was set up: before anything that happens in it. */
export const setUp = 1_735_689_600

export const productId = (price: StandInPrice) =>
  `prod_${price.product.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`

/** The end of the period that is the `count`th after an anchor: the same day of a later month, or that month's last. */
export function periodEnd(anchor: number, interval: StandInPrice['interval'], count: number): number {
  const start = new Date(anchor * 1000)
  const months = interval === 'year' ? 12 * count : count
  const end = new Date(start)
  end.setUTCDate(1)
  end.setUTCMonth(start.getUTCMonth() + months)
  const days = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(start.getUTCDate(), days))
  return Math.floor(end.getTime() / 1000)
}

/** The first end of a period after a moment. */
export function nextPeriodEnd(anchor: number, interval: StandInPrice['interval'], after: number): number {
  for (let count = 1; ; count += 1) {
    const end = periodEnd(anchor, interval, count)
    if (end > after) return end
  }
}

import type { Conduct } from '../life/checkout.ts'
import type { StandInPrice } from '../prices.ts'

/** An amount of cents as people read it. */
export const money = (amount: number, currency: string) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount / 100)

export const dateWords = (seconds: number) =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(seconds * 1000)

export const priceWords = (price: StandInPrice) =>
  `${money(price.unitAmount, price.currency)} a ${price.interval}`

export const cardWords: Record<Conduct, { title: string; number: string }> = {
  pays: { title: 'A card that pays', number: '4242 4242 4242 4242' },
  declined: { title: 'A card that is declined', number: '4000 0000 0000 0002' },
  'fails-later': { title: 'A card that pays now and fails at renewal', number: '4000 0000 0000 0341' },
}

import type Stripe from 'stripe'

/** An object of the SDK as it is before the SDK has read it: decimals are texts. */
export type Wire<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Stripe.Decimal
    ? string
    : T extends readonly (infer Each)[]
      ? Wire<Each>[]
      : { [Name in keyof T]: Wire<T[Name]> }

/** A list that is whole. */
export const wholeList = <T>(url: string, data: T[]) => ({
  object: 'list' as const,
  data,
  has_more: false,
  url,
})

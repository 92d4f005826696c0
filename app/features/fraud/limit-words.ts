import { limitedShare } from '#app/features/billing/plans.ts'

type WhyLimited = {
  /** Whether another address is all it takes to end it. */
  endsWithLastingAddress: boolean
  /** Null where none is set. */
  supportEmail: string | null
}

/** What somebody is told whose account is limited: what that is, why, and how it ends. */
export function limitInWords({ endsWithLastingAddress, supportEmail }: WhyLimited): {
  what: string
  why: string
} {
  const contact = supportEmail ?? 'whoever runs this Threadr'
  const what = `For now your account has ${limitedShare.threads} threads a day`
  const look = `write to ${contact} from the address of your account: somebody looks at it and lifts the limit. Nothing else is limited.`
  if (endsWithLastingAddress)
    return {
      what,
      why: `Its address is of a provider of mailboxes to be thrown away. Change it to a lasting one and confirm that, and the limit is gone. Or ${look}`,
    }
  return {
    what,
    why: `It looks as if it were one of many accounts in one hand, or as if its payments were not its owner’s. If that is wrong, ${look}`,
  }
}

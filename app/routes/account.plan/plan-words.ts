import { money } from '#app/features/billing/money.ts'
import { plans } from '#app/features/billing/plans.ts'
import type { ShownSubscription } from '#app/features/billing/read-subscription.ts'
import { dayInWords } from '#app/platform/day-in-words.ts'

const dayOf = (iso: string | null) => (iso === null ? 'the end of the period' : dayInWords(new Date(iso)))

type Standing = {
  plan: string
  subscription: ShownSubscription | null
  renewsAt: string
  isSold: boolean
  supportEmail: string | null
}
type Warning = { title: string; text: string }

/** How somebody stands with their plan: what it is, what it costs, what comes next, and what is wrong. */
export function planInWords(standing: Standing) {
  const { plan, subscription: bought } = standing
  const { title } = plan === 'pro' ? plans.pro : plan === 'team' ? plans.team : plans.free
  return {
    title,
    price: priceOf(bought, plan),
    next: nextOf(standing),
    warning: warningOf(standing),
    renewal: `More come on ${dayOf(standing.renewsAt)} (UTC).`,
  }
}

function priceOf(bought: ShownSubscription | null, plan: string): string | null {
  if (plan === 'free' || bought?.amountCents == null || bought.currency === null) return null
  return `${money(bought.amountCents, bought.currency)} a ${bought.interval}, before taxes and discounts.`
}

function nextOf({ subscription: bought, isSold }: Standing): string {
  const kept = 'Everything you made can be read, edited and exported, whatever your plan.'
  if (!bought?.isUnderWay)
    return isSold && bought?.hadTrial
      ? `Pro has ended. ${kept}`
      : `${plans.free.threads} threads a month. ${kept}`
  if (bought.plan === null) return kept
  if (bought.endsThen)
    return `It was cancelled and ends on ${dayOf(bought.periodEnd)}. Nothing more is charged. ${kept}`
  if (bought.status === 'trialing')
    return `Your trial runs until ${dayOf(bought.trialEnd)}; on that day the first payment is made, unless you cancel before.`
  return bought.status === 'active' ? `It renews on ${dayOf(bought.periodEnd)}.` : kept
}

function warningOf({ subscription: bought, supportEmail }: Standing): Warning | null {
  const toWhom = supportEmail ?? 'whoever runs this Threadr'
  if (!bought) return null
  if (bought.heldSince !== null)
    return {
      title: 'Pro is on hold.',
      text: `A payment was disputed with your bank. Until that is decided your account goes on with Free. If it was a mistake, tell your bank, and write to ${toWhom}.`,
    }
  if (bought.isUnderWay && bought.plan === null)
    return {
      title: 'You pay for something that this Threadr doesn’t know.',
      text: `Write to ${toWhom}, who can mend that. Nothing of yours is lost.`,
    }
  switch (bought.status) {
    case 'past_due':
      return {
        title: 'Your last payment didn’t go through.',
        text: 'It is tried again over the next days. Put in a card that works, and Pro goes on.',
      }
    case 'unpaid':
    case 'incomplete':
      return {
        title: 'Pro isn’t paid, so your account goes on with Free.',
        text: 'Pay the open invoice, and Pro is back at once.',
      }
    case 'paused':
      return {
        title: 'Pro is paused.',
        text: 'Nothing is charged meanwhile, and your account goes on with Free.',
      }
    default:
      return null
  }
}

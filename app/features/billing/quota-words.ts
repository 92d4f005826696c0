import { waitInWords } from '#app/platform/wait-in-words.ts'
import type { Share } from './plans.ts'

/** How an owner stands with their plan. */
export type Quota = { plan: Share; left: number; renewsAt: Date }

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** At a fifth of the plan, and in any case at the last one, it begins to matter. */
const isFew = ({ left, plan }: Quota) => left <= Math.max(1, Math.floor(plan.threads / 5))

/** What is left and when it renews, where that is little; null where it need not be thought of. */
export function quotaNotice(quota: Quota, now: Date): string | null {
  const { left, plan } = quota
  if (plan.name === 'limited' && left > 0)
    return `For now your account has ${plan.threads} threads a day; ${left} ${left === 1 ? 'is' : 'are'} left for today. Your account page says how that ends.`
  if (!isFew(quota)) return null
  if (left === 0) return usedUp(quota, now)
  const period = plan.per === 'day' ? 'today' : 'this month'
  return `${left} of ${plan.threads} threads ${left === 1 ? 'is' : 'are'} left for ${period}. More come ${when(quota, now)}.`
}

/** What somebody is told who has none left. */
export function usedUp(quota: Quota, now: Date): string {
  const { threads, per, name } = quota.plan
  const period = per === 'day' ? 'for today' : 'for this month'
  const who = name === 'visitor' ? 'Without an account there are' : 'Your plan has'
  const share =
    name === 'limited'
      ? `For now your account has ${threads} threads a day`
      : `${who} ${threads} threads ${per === 'day' ? 'a day' : 'a month'}`
  const howItEnds = name === 'limited' ? ' Your account page says how that ends.' : ''
  return `${share}, and those ${period} are used up. More come ${when(quota, now)}.${howItEnds}`
}

function when({ plan, renewsAt }: Quota, now: Date): string {
  if (plan.per === 'month') return `on ${day.format(renewsAt)} (UTC)`
  return `in ${waitInWords((renewsAt.getTime() - now.getTime()) / 1000)}, at midnight UTC`
}

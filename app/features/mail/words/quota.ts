import { paths } from '#app/paths.ts'
import { dayInWords } from '#app/platform/day-in-words.ts'
import { listHeaders } from '../list-headers.ts'
import type { NewMail } from '../queue-mail.ts'

type Facts = {
  appUrl: string
  used: number
  of: number
  renewsAt: Date
  /** What the plan is called. */
  plan: string
  /** Whether a larger one can be bought. */
  canUpgrade: boolean
  stopUrl: string
}

/** For who has used four fifths of their plan, or all of it. */
export function quotaMail({
  appUrl,
  used,
  of,
  renewsAt,
  plan,
  canUpgrade,
  stopUrl,
}: Facts): Omit<NewMail, 'to' | 'key'> {
  const isUsedUp = used >= of
  return {
    subject: isUsedUp
      ? `All ${of} threads of this month are used`
      : `${used} of ${of} threads of this month are used`,
    template: isUsedUp ? 'quota-100' : 'quota-80',
    paragraphs: [`Your plan is ${plan}. More threads come on ${dayInWords(renewsAt)} (UTC).`],
    action: canUpgrade
      ? { label: 'See the plans', url: appUrl + paths.pricing() }
      : { label: 'See your plan', url: appUrl + paths.plan() },
    links: [{ label: 'Stop mail about usage', url: stopUrl }],
    headers: listHeaders('usage', stopUrl),
  }
}

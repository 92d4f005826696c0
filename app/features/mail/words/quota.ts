import { paths } from '#app/paths.ts'
import { dayInWords } from '#app/platform/day-in-words.ts'
import { listHeaders } from '../list-headers.ts'
import type { MailWords } from '../queue-mail.ts'

type Quota = {
  appUrl: string
  /** Threads in this period. */
  used: number
  of: number
  /** When it is counted anew. */
  renewsAt: Date
  /** What the plan is called on a page. */
  plan: string
  /** Whether there is a plan that holds more. */
  canUpgrade: boolean
  stopUrl: string
}

/** To who has used most of their plan's threads, or all of them. */
export function quotaMail({ appUrl, used, of, renewsAt, plan, canUpgrade, stopUrl }: Quota): MailWords {
  const isAll = used >= of
  const day = dayInWords(renewsAt)
  const left = of - used
  return {
    template: isAll ? 'quota-100' : 'quota-80',
    subject: isAll
      ? `You have used all ${of} threads of ${plan}`
      : `You have used ${used} of ${of} threads of ${plan}`,
    paragraphs: [
      isAll
        ? `New threads can be written again from ${day} on.`
        : `${left === 1 ? 'One thread is' : `${left} threads are`} left until ${day}; then it is counted anew.`,
      'Everything you made stays, to be read, edited, exported and posted.',
    ],
    action: canUpgrade
      ? { label: 'See the plans', url: appUrl + paths.pricing() }
      : { label: 'Open your plan', url: appUrl + paths.plan() },
    after: ['You are told twice at most in a period: when most of it is used, and when all of it is.'],
    links: [{ label: 'Stop such messages', url: stopUrl }],
    headers: listHeaders('usage', stopUrl),
  }
}

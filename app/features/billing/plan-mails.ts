import type { MailWords } from '#app/features/mail/queue-mail.ts'
import { paths } from '#app/paths.ts'
import { dayInWords } from '#app/platform/day-in-words.ts'
import { money } from './money.ts'
import type { News } from './plan-news.ts'
import { plans } from './plans.ts'
import type { subscriptionState } from './subscription-state.ts'

const { pro, free } = plans

/** What somebody is written about their plan. */
export function planMail(
  { kind, invoice }: News,
  state: ReturnType<typeof subscriptionState>,
  { appUrl, supportEmail }: { appUrl: string; supportEmail: string | null },
): MailWords {
  const action = { label: 'Open your plan', url: appUrl + paths.plan() }
  const periodEnd = state.periodEnd ? dayInWords(state.periodEnd) : 'the end of what you paid for'
  const trialEnd = state.trialEnd ? dayInWords(state.trialEnd) : 'the day your trial ends'
  const price =
    state.amountCents === null
      ? ''
      : `, ${money(state.amountCents, state.currency ?? 'usd')} a ${state.interval}`
  const kept = 'Everything you made stays, to be read, edited and exported.'
  switch (kind) {
    case 'began':
      return {
        template: 'plan-began',
        subject: `You are on ${pro.title}`,
        paragraphs: [
          state.status === 'trialing'
            ? `Your trial of ${pro.title} runs until ${trialEnd}. Nothing is charged before; after that it is paid for${price}. Cancel before then and it costs nothing.`
            : `Your plan is ${pro.title}${price}.`,
          `It holds ${pro.threads} threads a month, sources of up to ${pro.mostCharacters.toLocaleString('en')} characters, versions for other networks, image cards and the API.`,
        ],
        action,
      }
    case 'trial-ends':
      return {
        template: 'trial-ending',
        subject: `Your trial of ${pro.title} ends on ${trialEnd}`,
        paragraphs: [
          `On ${trialEnd} your trial ends and ${pro.title} is paid for${price}. If you don’t want that, cancel before then.`,
        ],
        action,
      }
    case 'failed':
      return {
        template: 'payment-failed',
        subject: 'A payment for Threadr didn’t go through',
        paragraphs: [
          `Your card was not charged${invoice ? ` the ${money(invoice.amount_remaining, invoice.currency)} that are due` : ''}. It is tried again over the next days; a card that works ends that.`,
          `If none works in the end, your account goes on with ${free.title}. ${kept}`,
        ],
        action: { label: 'Put in another card', url: appUrl + paths.plan() },
      }
    case 'ending':
      return {
        template: 'plan-ending',
        subject: `${pro.title} ends on ${periodEnd}`,
        paragraphs: [`As you asked, nothing more is charged, and ${pro.title} ends on ${periodEnd}. ${kept}`],
        action: { label: 'Keep it after all', url: appUrl + paths.plan() },
      }
    case 'ended':
      return {
        template: 'plan-ended',
        subject: `You are on ${free.title}`,
        paragraphs: [
          `${pro.title} has ended. ${kept} New threads are counted by ${free.title} from now on: ${free.threads} a month.`,
        ],
        action,
      }
    case 'held':
      return {
        template: 'plan-held',
        subject: `${pro.title} is on hold`,
        paragraphs: [
          `A payment for ${pro.title} was disputed with your bank, so it is on hold until that is decided. ${kept}`,
          supportEmail === null
            ? 'If that was a mistake, tell your bank, and whoever runs this Threadr.'
            : `If that was a mistake, tell your bank, and write to ${supportEmail}.`,
        ],
        action,
      }
  }
}

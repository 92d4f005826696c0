import type { MailWords } from '#app/features/mail/queue-mail.ts'
import { paths } from '#app/paths.ts'
import { valueInWords } from '../rule.ts'
import { ruleOf, runbookOf } from '../rules.ts'
import type { TellingStep } from './telling-step.ts'

export type ToldAlert = {
  rule: string
  value: number
  pendingAt: Date
  firedAt: Date | null
  clearedAt: Date | null
}

/** "2026-11-29 08:05 UTC": what logs and dashboards are searched by. */
const moment = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

function partsOf(alert: ToldAlert) {
  const rule = ruleOf(alert.rule)
  const title = rule?.title ?? alert.rule
  const value = rule ? valueInWords(alert.value, rule.unit) : String(alert.value)
  const limit = rule
    ? `${rule.isFloor ? 'at least' : 'under'} ${valueInWords(rule.threshold, rule.unit)}`
    : ''
  return {
    title,
    isCritical: rule?.severity === 'critical',
    says: rule?.says ?? '',
    figures: `It stands at ${value}, and should be ${limit}. Broken since ${moment(alert.pendingAt)}.`,
    over: `It was broken from ${moment(alert.pendingAt)} to ${moment(alert.clearedAt ?? alert.pendingAt)}; when last seen broken it stood at ${value}.`,
    runbook: `What it means and what to do: ${runbookOf(alert.rule)}`,
  }
}

/** A step of an alert as a mail to whoever runs Threadr. */
export function alertMail(alert: ToldAlert, step: TellingStep, appUrl: string): MailWords {
  const { title, isCritical, says, figures, over, runbook } = partsOf(alert)
  const action = { label: 'See the alerts', url: appUrl + paths.alerts() }
  if (step === 'cleared')
    return {
      template: 'alert-cleared',
      subject: `Over: ${title}`,
      paragraphs: [over],
      action,
    }
  if (step === 'firing')
    return {
      template: 'alert-firing',
      subject: `${isCritical ? 'Critical' : 'Warning'}: ${title}`,
      paragraphs: [says, figures],
      action,
      after: [runbook],
    }
  return {
    template: 'alert-escalated',
    subject: `Nobody has acknowledged: ${title}`,
    paragraphs: ['This goes on, and nobody has said that they are looking at it.', says, figures],
    action,
    after: [runbook, 'Once somebody acknowledges it, it is not repeated.'],
  }
}

/** The same as one text for a chat; it holds nothing of ours that a chat would take for markup. */
export function alertText(alert: ToldAlert, step: TellingStep, appUrl: string): string {
  const { title, isCritical, says, figures, over, runbook } = partsOf(alert)
  const page = appUrl + paths.alerts()
  if (step === 'cleared') return [`Over: ${title}`, over, page].join('\n')
  const head = step === 'firing' ? (isCritical ? 'Critical' : 'Warning') : 'Nobody has acknowledged'
  return [`${head}: ${title}`, says, figures, runbook, page].join('\n')
}

import { minutes } from '#app/platform/durations.ts'
import type { Readings } from './readings/readings.ts'
import { isBroken, type Rule } from './rule.ts'
import { type RuleName, ruleNames, rules } from './rules.ts'

/** Nobody is told more often than this of what nobody acknowledges. */
const mostEscalations = 3

/** After so long without anybody having looked, "for five minutes" begins anew: nobody knows what was meanwhile. */
const longestUnseen = minutes(4)

/** An alert that isn't cleared, as far as it decides what comes next. */
export type OpenAlert = {
  id: string
  rule: string
  state: 'pending' | 'firing' | 'acknowledged'
  pendingAt: Date
  firedAt: Date | null
  escalations: number
  quietSince: Date | null
  seenAt: Date
}

/** What is to be done about a rule; `value` is what it is at the moment. */
export type Step =
  /** It is broken, and not yet for long enough: noted, or noted anew. */
  | { kind: 'pend'; rule: RuleName; value: number; id: string | null }
  | { kind: 'fire'; rule: RuleName; value: number; id: string | null }
  /** It went back before it fired. */
  | { kind: 'forget'; rule: string; id: string }
  | { kind: 'stay'; rule: string; id: string; value: number | null; quietSince: Date | null }
  | { kind: 'escalate'; rule: RuleName; value: number; id: string; number: number }
  | { kind: 'clear'; rule: string; id: string }

/**
 * What the rules ask for at a moment, given the alerts that are open: at most one step a rule. Purely, so that it may be asked
 * any number of times; whoever carries a step out does so only where the alert still stands as it did here.
 */
export function nextSteps(readings: Readings, open: readonly OpenAlert[], now: Date): Step[] {
  const of = (name: string) => open.find(({ rule }) => rule === name)
  const isTold = (by: string | undefined) => by !== undefined && (of(by)?.state ?? 'pending') !== 'pending'
  const ended = open.filter(({ rule }) => !ruleNames.some((name) => name === rule))
  return [
    ...ruleNames.flatMap((name) => stepOf(name, readings[name], of(name), now, isTold) ?? []),
    // Rules of another version.
    ...ended.map(({ id, rule, state }) => ({
      kind: state === 'pending' ? ('forget' as const) : ('clear' as const),
      rule,
      id,
    })),
  ]
}

function stepOf(
  name: RuleName,
  value: number | null,
  alert: OpenAlert | undefined,
  now: Date,
  isTold: (by: string | undefined) => boolean,
): Step | null {
  const rule: Rule = rules[name]
  const at = { rule: name, id: alert?.id ?? null }
  if (value === null || !isBroken(rule, value)) return alert ? wholeAgain(rule, alert, value, now) : null
  if (alert && alert.firedAt !== null)
    return stillBroken(name, { ...alert, firedAt: alert.firedAt }, value, now)
  if (isTold(rule.toldBy)) return alert ? { kind: 'forget', rule: name, id: alert.id } : null
  const isNew = !alert || now.getTime() - alert.seenAt.getTime() > longestUnseen
  if (isNew && rule.forMinutes > 0) return { ...at, kind: 'pend', value }
  if (alert && now.getTime() - alert.pendingAt.getTime() < minutes(rule.forMinutes))
    return { kind: 'stay', rule: name, id: alert.id, value, quietSince: null }
  return { ...at, kind: 'fire', value }
}

function stillBroken(name: RuleName, alert: OpenAlert & { firedAt: Date }, value: number, now: Date): Step {
  const { escalateAfterMinutes }: Rule = rules[name]
  const number = alert.escalations + 1
  const isDue =
    alert.state === 'firing' &&
    escalateAfterMinutes !== null &&
    number <= mostEscalations &&
    now.getTime() - alert.firedAt.getTime() >= minutes(escalateAfterMinutes) * number
  return isDue
    ? { kind: 'escalate', rule: name, value, id: alert.id, number }
    : { kind: 'stay', rule: name, id: alert.id, value, quietSince: null }
}

/** A moment in which all is well is not the end of it. */
function wholeAgain(rule: Rule, alert: OpenAlert, value: number | null, now: Date): Step {
  const { id, state } = alert
  if (state === 'pending') return { kind: 'forget', rule: alert.rule, id }
  const quietSince = alert.quietSince ?? now
  return now.getTime() - quietSince.getTime() >= minutes(rule.clearAfterMinutes)
    ? { kind: 'clear', rule: alert.rule, id }
    : { kind: 'stay', rule: alert.rule, id, value, quietSince }
}

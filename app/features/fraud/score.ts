import { days } from '#app/platform/durations.ts'

export const signalKinds = [
  /** `count` accounts were made from one range of addresses within a day, this one among them. */
  'range',
  /** `count` other accounts were made or signed in to in the browser that this one was made in. */
  'browser',
  /** Its address is of a provider of mailboxes to be thrown away. */
  'disposable-address',
  /** It has got another address, which is not of that kind: takes `disposable-address` back. */
  'lasting-address',
  /** A payment failed; the provider's own tries at the same one count once. */
  'payment-failed',
] as const
export type SignalKind = (typeof signalKinds)[number]

export type Signal = { kind: SignalKind; count: number; at: Date }

/**
 * From this score on an account has a smaller share of the free plan, and somebody looks at it. No signal does more than
 * that: only a person suspends an account.
 */
export const limitedFrom = 50

/** How long a failed payment counts, from the last one back. */
const paymentsTogether = days(30)

/** What a number of something weighs: the first line it reaches. */
type Weights = readonly { from: number; weight: number }[]

/**
 * An office, a school or a mobile network shares a range of addresses, and a household a browser; so these weigh little by
 * themselves until they are many. A mailbox to throw away has no such use, and its owner can take the weight off.
 */
const weights = {
  range: [
    { from: 20, weight: 60 },
    { from: 10, weight: 40 },
    { from: 4, weight: 20 },
  ],
  browser: [
    { from: 5, weight: 60 },
    { from: 3, weight: 40 },
    { from: 2, weight: 20 },
  ],
  disposableAddress: [{ from: 1, weight: 50 }],
  // A card that is over fails once or twice; stolen ones are tried in rows.
  payments: [
    { from: 6, weight: 60 },
    { from: 3, weight: 40 },
  ],
} as const satisfies Record<string, Weights>

const weightOf = (table: Weights, count: number) => table.find(({ from }) => count >= from)?.weight ?? 0

/**
 * How far an account looks like one of many in one hand, 0 to 100, and why, in words for whoever decides: the weights of
 * its signals added up. Of signals of a kind the strongest counts; failed payments are counted.
 *
 * @param signals in the order in which they came
 */
export function scoreSignUp(signals: readonly Signal[]): { score: number; reasons: string[] } {
  const most = (kind: SignalKind) =>
    Math.max(0, ...signals.filter((signal) => signal.kind === kind).map(({ count }) => count))
  const [range, browser, payments] = [most('range'), most('browser'), failedTogether(signals)]
  const address = signals.findLast(({ kind }) => kind.endsWith('-address'))?.kind
  const findings = [
    {
      weight: weightOf(weights.range, range),
      reason: `${range} accounts were made from one range of addresses within a day.`,
    },
    {
      weight: weightOf(weights.browser, browser),
      reason: `${browser} other accounts were used in the browser that it was made in.`,
    },
    {
      weight: weightOf(weights.disposableAddress, address === 'disposable-address' ? 1 : 0),
      reason: 'Its address is of a provider of mailboxes to be thrown away.',
    },
    {
      weight: weightOf(weights.payments, payments),
      reason: `${payments} payments failed within 30 days.`,
    },
  ].filter(({ weight }) => weight > 0)
  const score = findings.reduce((sum, { weight }) => sum + weight, 0)
  return { score: Math.min(100, score), reasons: findings.map(({ reason }) => reason) }
}

/** How many payments failed in the 30 days up to the last that did. */
function failedTogether(signals: readonly Signal[]): number {
  const times = signals.filter(({ kind }) => kind === 'payment-failed').map(({ at }) => at.getTime())
  const last = Math.max(...times)
  return times.filter((time) => time > last - paymentsTogether).length
}

import type { WorldInside } from '../world.ts'
import { changeSubscription, endSubscription } from './change-subscription.ts'
import { expireCheckout } from './checkout.ts'
import { collect, finalizeAndCollect } from './collect.ts'
import { endPeriod } from './renew.ts'
import { trialWarningAt, warnOfTrialEnd } from './start-subscription.ts'

type Due = { at: number; run: () => void }

/** All that will come with time as things stand, in no order. */
function* coming(world: WorldInside): Generator<Due> {
  for (const sub of Object.values(world.state.subscriptions)) {
    if (!['trialing', 'active', 'past_due', 'unpaid'].includes(sub.status)) continue
    const warning = trialWarningAt(sub)
    if (warning !== null) yield { at: warning, run: () => warnOfTrialEnd(world, sub) }
    if (sub.cancelAt !== null)
      yield { at: sub.cancelAt, run: () => endSubscription(world, sub, 'cancellation_requested') }
    if (sub.pause && sub.pause.resumesAt !== null)
      yield {
        at: sub.pause.resumesAt,
        run: () =>
          changeSubscription(world, sub, () => {
            sub.pause = null
          }),
      }
    yield { at: sub.periodEnd, run: () => endPeriod(world, sub) }
  }
  for (const invoice of Object.values(world.state.invoices)) {
    if (invoice.status === 'draft' && invoice.finalizesAt !== null)
      yield { at: invoice.finalizesAt, run: () => finalizeAndCollect(world, invoice, false) }
    if (invoice.status === 'open' && invoice.nextAttempt !== null)
      yield { at: invoice.nextAttempt, run: () => void collect(world, invoice, false) }
  }
  for (const session of Object.values(world.state.checkouts))
    if (session.status === 'open') yield { at: session.expiresAt, run: () => expireCheckout(world, session) }
}

/** Does everything that has come due up to a moment, each at its own time and the earliest first. */
export function catchUp(world: WorldInside, until: number): void {
  for (;;) {
    const next = earliest(coming(world))
    if (!next || next.at > until) return
    world.work({ id: null, key: null }, next.run, next.at)
  }
}

function earliest(all: Iterable<Due>): Due | null {
  let first: Due | null = null
  for (const due of all) if (first === null || due.at < first.at) first = due
  return first
}

import { eventObject } from '../objects/event.ts'
import type { EventRecord } from '../records/event.ts'
import { signatureHeader } from './sign.ts'

/** How events leave: as they should, or in one of the ways that go wrong. */
export type Delivery =
  | { kind: 'normal' }
  | { kind: 'twice' }
  | { kind: 'late'; ms: number }
  /** The events of one piece of work in the reverse of their order. */
  | { kind: 'reversed' }
  /** Not at all, until they are sent by hand. */
  | { kind: 'none' }

export type DeliveryOptions = {
  url: string
  secrets: string[]
  /** How long after each try that wasn't answered with 2xx the next comes; the last again and again for three days. */
  retryAfterMs: number[]
  /** Called when an event has been taken, or its three days are over. */
  onSettled(): void
}

export type Deliverer = {
  /** Sends the events of a piece of work, one after another. */
  send(events: EventRecord[]): void
  delivery: Delivery
  secrets: string[]
  /** Sends one event now, whatever has become of it before. True where it was answered with 2xx. */
  sendNow(event: EventRecord): Promise<boolean>
  /** Resolves when nothing is under way; tries that are yet to come are not waited for. */
  idle(): Promise<void>
  close(): Promise<void>
}

const patienceMs = 10_000
const giveUpAfterMs = 3 * 24 * 3600_000

/** Delivers events to one address, signed as Stripe signs. */
export function createDeliverer(options: DeliveryOptions): Deliverer {
  const closing = new AbortController()
  const timers = new Set<NodeJS.Timeout>()
  let line = Promise.resolve()

  function after(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, ms)
    timer.unref()
    timers.add(timer)
  }

  /** One at a time, so that they come in their order. */
  function enqueue(event: EventRecord, since = Date.now()): void {
    line = line.then(async () => {
      if (closing.signal.aborted) return
      if (await post(event)) return
      const waits = options.retryAfterMs
      const wait = waits[Math.min(event.attempts, waits.length) - 1] ?? 1000
      if (Date.now() + wait - since > giveUpAfterMs) return
      after(wait, () => enqueue(event, since))
    })
  }

  async function post(event: EventRecord): Promise<boolean> {
    const body = JSON.stringify(eventObject(event), null, 2)
    const signature = signatureHeader(body, deliverer.secrets, Math.floor(Date.now() / 1000))
    event.attempts += 1
    try {
      const response = await fetch(options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signature,
          'user-agent': 'Stripe/1.0 (stand-in)',
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(patienceMs)]),
      })
      await response.body?.cancel()
      if (!response.ok) return false
      event.pending = false
      options.onSettled()
      return true
    } catch {
      return false
    }
  }

  const deliverer: Deliverer = {
    delivery: { kind: 'normal' },
    secrets: options.secrets,
    send(events) {
      const { delivery } = deliverer
      if (delivery.kind === 'none') return
      const ordered = delivery.kind === 'reversed' ? [...events].reverse() : events
      for (const event of ordered) {
        if (delivery.kind === 'late') after(delivery.ms, () => enqueue(event))
        else enqueue(event)
        if (delivery.kind === 'twice') enqueue(event)
      }
    },
    sendNow: post,
    async idle() {
      for (let before = null as Promise<void> | null; before !== line; ) {
        before = line
        await before
      }
    },
    async close() {
      closing.abort()
      for (const timer of timers) clearTimeout(timer)
      await line
    },
  }
  return deliverer
}

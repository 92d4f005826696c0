import { randomBytes } from 'node:crypto'
import type { StandInPrice } from './prices.ts'
import type { EventRecord } from './records/event.ts'
import type { State } from './state.ts'

/** What asked for a change: a request by its id and key, or nothing but time or a page. */
type Cause = { id: string | null; key: string | null }

/** What all verbs of the stand-in work on. */
export type World = {
  state: State
  prices: Map<string, StandInPrice>
  /** Where its pages are, without a slash at the end. */
  url: string
  /** Seconds since 1970 by its own clock, or the moment that is being caught up with. */
  now(): number
  /** Takes an event down; it leaves with the others of its piece of work. */
  tell(type: string, object: object, previous?: object): void
}

export type WorldInside = World & {
  /** Does a piece of work at a moment of its clock, as what `cause` asked for. The events it told are in `onEvents`. */
  work<T>(cause: Cause, run: () => T, at?: number): T
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** An id as Stripe makes them, such as `cus_…`; one that pages are reached by is long, as it is all that guards them. */
export function newId(prefix: string, length = 16): string {
  const letters = Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length])
  return `${prefix}_${letters.join('')}`
}

/** All prices by id: those that are offered now, and as retired those that were. */
function offered(state: State, prices: StandInPrice[]): World['prices'] {
  for (const old of Object.values(state.prices)) old.isRetired = true
  for (const price of prices) state.prices[price.id] = { ...price, isRetired: false }
  return new Map(Object.entries(state.prices))
}

/**
 * Makes the world. `onDone` is called after every piece of work with the events it told, also where it threw: a payment that
 * failed has happened.
 */
export function createWorld(
  options: { state: State; prices: StandInPrice[]; url: string },
  onDone: (events: EventRecord[]) => void,
): WorldInside {
  let moment: number | null = null
  let current: { cause: Cause; events: EventRecord[] } | null = null
  const { state } = options
  const world: WorldInside = {
    state,
    prices: offered(state, options.prices),
    url: options.url,
    now: () => moment ?? Math.floor(Date.now() / 1000) + state.ahead,
    tell(type, object, previous) {
      if (!current) throw new Error(`${type} was told outside of a piece of work.`)
      const event: EventRecord = {
        id: newId('evt', 24),
        created: world.now(),
        type,
        object: structuredClone({ ...object }),
        previous: previous ? structuredClone({ ...previous }) : null,
        request: current.cause,
        pending: true,
        attempts: 0,
      }
      state.events[event.id] = event
      current.events.push(event)
    },
    work(cause, run, at) {
      if (current) throw new Error('One piece of work can’t begin within another.')
      const mine = { cause, events: [] }
      current = mine
      moment = at ?? null
      try {
        return run()
      } finally {
        current = null
        moment = null
        onDone(mine.events)
      }
    },
  }
  return world
}

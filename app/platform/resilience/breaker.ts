/** How a call met its breaker; `unknown` where that could not be asked in time, and what it stands before is tried. */
export type BreakerState = 'closed' | 'probe' | 'open' | 'unknown'

/** A call's way through the breaker. Unless it is `open`, exactly one of the three is told at its end. */
export type Entry = {
  state: BreakerState
  worked(): Promise<void>
  failed(): Promise<void>
  /** It ended in a way that tells nothing of who was asked. */
  toldNothing(): Promise<void>
}

/** Never throws, and never makes a call wait for long. */
export type Breaker = { enter(): Promise<Entry> }

/** For what nothing else asks, and for tests: always closed. */
export const alwaysClosed: Breaker = {
  async enter() {
    return { state: 'closed', async worked() {}, async failed() {}, async toldNothing() {} }
  },
}

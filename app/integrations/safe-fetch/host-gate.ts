import { untilAborted } from './until-aborted.ts'

/** Lets one at a time through for each host, in the order they came, so that no site is asked twice at once. */
export class HostGate {
  private readonly last = new Map<string, Promise<void>>()

  /** Waits for the host's turn, then works. Rejects with the signal's reason when aborted while waiting. */
  async through<T>(host: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(host) ?? Promise.resolve()
    let leave = () => {}
    const done = new Promise<void>((resolve) => {
      leave = resolve
    })
    const turn = before.then(() => done)
    this.last.set(host, turn)
    try {
      await untilAborted(before, signal)
      return await work()
    } finally {
      leave()
      if (this.last.get(host) === turn) this.last.delete(host)
    }
  }
}

import { Allowance } from './allowance.ts'
import { timedOut } from './failure.ts'
import type { HostGate } from './host-gate.ts'
import { refusal } from './refusal.ts'

/**
 * One fetch on its way from host to host. At each it waits for its turn; only its turns count against `totalMs`, since
 * waiting for another's is no fault of the page. All its waiting together ends after `waitMs` with `host-busy`, so that
 * a slow host can't hold up everybody who asks for it.
 */
export class Visit {
  private readonly gate: HostGate
  private readonly caller: AbortSignal
  private readonly working: Allowance
  private readonly waiting: Allowance

  constructor(options: { gate: HostGate; signal: AbortSignal; totalMs: number; waitMs: number }) {
    this.gate = options.gate
    this.caller = options.signal
    this.working = new Allowance(options.totalMs, () => timedOut(options.totalMs))
    this.waiting = new Allowance(options.waitMs, () =>
      refusal(
        'host-busy',
        'Threadr is already reading other pages of this site, one at a time. Try again in a minute, or paste the text instead.',
        { status: 503, retryable: true },
      ),
    )
  }

  /** Aborted once the caller left or the time is up, with the reason. */
  get over(): AbortSignal {
    return AbortSignal.any([this.caller, this.working.signal, this.waiting.signal])
  }

  /** Waits for the host's turn, then works. Rejects with the reason where the visit is over first. */
  async turn<T>(host: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { over } = this
    this.waiting.run()
    try {
      return await this.gate.through(host.replace(/\.(?=$|:)/, ''), over, async () => {
        this.waiting.pause()
        this.working.run()
        try {
          return await work(over)
        } finally {
          this.working.pause()
        }
      })
    } finally {
      this.waiting.pause()
    }
  }
}

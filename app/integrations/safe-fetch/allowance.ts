/** A stretch of time that can be interrupted: its signal aborts once it has run for `ms` in all. */
export class Allowance {
  private readonly control = new AbortController()
  private readonly reason: () => unknown
  private left: number
  private since = 0
  private timer: NodeJS.Timeout | undefined

  constructor(ms: number, reason: () => unknown) {
    this.left = ms
    this.reason = reason
  }

  get signal(): AbortSignal {
    return this.control.signal
  }

  run(): void {
    if (this.timer) return
    this.since = performance.now()
    this.timer = setTimeout(() => this.control.abort(this.reason()), this.left)
  }

  pause(): void {
    if (!this.timer) return
    clearTimeout(this.timer)
    this.timer = undefined
    this.left = Math.max(0, this.left - (performance.now() - this.since))
  }
}

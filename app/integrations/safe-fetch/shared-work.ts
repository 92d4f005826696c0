type Work<T> = { result: Promise<T>; control: AbortController; callers: number }

/** Lets those who ask for the same thing at the same time share one piece of work. */
export class SharedWork<T> {
  private readonly running = new Map<string, Work<T>>()

  /**
   * Joins the work on `key`, or starts it. A caller's signal ends that caller's waiting, with the signal's reason; the
   * work's own signal is aborted when the last caller has left.
   */
  async join(
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted()
    const work = this.running.get(key) ?? this.begin(key, start)
    work.callers += 1
    if (!signal) return work.result
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason)
        work.callers -= 1
        if (work.callers > 0) return
        this.forget(key, work)
        work.control.abort(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      work.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
    })
  }

  private begin(key: string, start: (signal: AbortSignal) => Promise<T>): Work<T> {
    const control = new AbortController()
    const work: Work<T> = { result: start(control.signal), control, callers: 0 }
    this.running.set(key, work)
    const forget = () => this.forget(key, work)
    // Its failure is the callers' to handle; where all have left, it is nobody's.
    work.result.then(forget, forget)
    return work
  }

  private forget(key: string, work: Work<T>): void {
    if (this.running.get(key) === work) this.running.delete(key)
  }
}

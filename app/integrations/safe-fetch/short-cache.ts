type Entry<T> = { value: T; bytes: number; until: number }

/**
 * Keeps values for a short while within this process, bounded by count and by the bytes that each is said to have.
 * What was put in first goes first: over so short a time it hardly matters what was used last.
 */
export class ShortCache<T> {
  private readonly entries = new Map<string, Entry<T>>()
  private readonly limits: { maxBytes: number; maxEntries: number }
  private readonly now: () => number
  private bytes = 0

  /** `now` in milliseconds; a clock that never goes back unless a test brings its own. */
  constructor(limits: { maxBytes: number; maxEntries: number }, now: () => number = () => performance.now()) {
    this.limits = limits
    this.now = now
  }

  get(key: string): T | undefined {
    const entry = this.entries.get(key)
    if (!entry || entry.until > this.now()) return entry?.value
    this.drop(key, entry)
    return undefined
  }

  /** A value over the whole bound is not kept, nor is what it would have replaced. */
  set(key: string, value: T, { bytes, ms }: { bytes: number; ms: number }): void {
    const former = this.entries.get(key)
    if (former) this.drop(key, former)
    for (const [old, entry] of this.entries) if (entry.until <= this.now()) this.drop(old, entry)
    if (bytes > this.limits.maxBytes) return
    this.entries.set(key, { value, bytes, until: this.now() + ms })
    this.bytes += bytes
    for (const [old, entry] of this.entries) {
      if (this.bytes <= this.limits.maxBytes && this.entries.size <= this.limits.maxEntries) return
      this.drop(old, entry)
    }
  }

  private drop(key: string, entry: Entry<T>): void {
    this.entries.delete(key)
    this.bytes -= entry.bytes
  }
}

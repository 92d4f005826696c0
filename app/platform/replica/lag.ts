/** As many looks as an hour has, beyond which a standby has to catch up anyhow before it is asked again. */
const mostKept = 3_600

/** How far behind a standby is, told from where the primary was at each look, on one clock of this process. */
export type Lag = {
  /** Where the primary was at that moment, in milliseconds. */
  note(position: bigint, at: number): void
  /**
   * How old what a standby has is at most, in milliseconds, as it has replayed so far; null where that was before the first
   * look, so that it can't be told.
   */
  of(replayed: bigint, now: number): number | null
}

export function createLag(): Lag {
  let looks: { position: bigint; at: number }[] = []
  return {
    note(position, at) {
      if (looks.length < mostKept) looks.push({ position, at })
    },
    of(replayed, now) {
      const newest = looks.findLastIndex(({ position }) => position <= replayed)
      looks = looks.slice(Math.max(newest, 0))
      const [has] = looks
      return newest < 0 || !has ? null : now - has.at
    },
  }
}

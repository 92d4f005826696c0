/** What Threadr doesn't make threads of. */
export type Reason = 'sexual-minors' | 'weapons' | 'threat' | 'harassment' | 'doxxing' | 'self-harm'

/**
 * Where a text stands. `asked` is what a person wants of the writer or says in their own name, so it means what it says;
 * a `source` may be a whole book that tells of terrible things; `tweets` are what would be posted.
 */
export type Place = 'asked' | 'source' | 'tweets'

export type Rule = {
  /** Stable, for the audit trail: `threat/first-person`. */
  id: string
  reason: Reason
  places: readonly Place[]
  /** Takes a text as `foldText` gives it. */
  matches(text: string, place: Place): boolean
}

export const everywhere: readonly Place[] = ['asked', 'source', 'tweets']

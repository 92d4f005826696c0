import type { Database } from '../db.server.ts'

/** What reads go to: the primary or the replica, which of the two is not theirs to know. */
export type Readable = Pick<Database, 'prisma' | 'pool'>

/** How the replica stands; whatever it is but `used`, the primary is asked instead. */
export type ReplicaStanding =
  /** None is set. */
  | { state: 'none' }
  /** `lagMs`: how old what it has is at most, in milliseconds. */
  | { state: 'used'; lagMs: number }
  /** It has too much to catch up with: more than `mostLagMs`; `lagMs` is null where how much can't be told yet. */
  | { state: 'behind'; lagMs: number | null; mostLagMs: number }
  /** It doesn't answer, with why. */
  | { state: 'gone'; reason: string }
  /** What answers there is no copy of this database that follows it. */
  | { state: 'foreign' }
  /** It answers, and reads failed there. */
  | { state: 'resting' }

/** Why a read that might be stale went where it did; `replica` where it was answered there. */
export type ReadOutcome = 'replica' | 'wrote' | 'failed' | Exclude<ReplicaStanding['state'], 'used' | 'none'>

/** The one door to a read replica. */
export type Replica = {
  /**
   * Has the replica answer, or the primary where the replica may not have what stands before `after` in the log (null: nothing
   * that this reader has to see), is behind, gone, or fails at it. So a read may run twice, and only reads.
   */
  read<Answer>(after: bigint | null, read: (database: Readable) => Promise<Answer>): Promise<Answer>
  /** Up to where the log has been written by now. Never throws: `neverReplayed` where it can't be told. */
  written(): Promise<bigint>
  standing(): ReplicaStanding
  /** Hears of each read how it was answered. */
  onRead(listener: (outcome: ReadOutcome) => void): void
  /** Hears each second how it stands; nothing where none is set. */
  onLook(listener: (state: ReplicaStanding['state']) => void): void
  close(): Promise<void>
}

import { measure } from '#app/features/counting/count.ts'
import { numberSuffix } from '#app/features/counting/numbering.ts'
import { isRewriting } from '#app/features/generation/candidates/candidate.ts'
import {
  readCandidates,
  type StandingCandidate,
} from '#app/features/generation/candidates/read-candidates.ts'
import { wordByWord } from '#app/features/sources/compare-texts.ts'
import type { ThreadWithSource } from '#app/features/threads/read-thread.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { candidateNotes } from './candidate-words.ts'
import type { ShownCandidate } from './thread-props.ts'

type Thread = Pick<ThreadWithSource, 'id' | 'snapshotId' | 'tweets' | 'numbering'>

/** The candidates of a thread as its page shows them: each beside the words of now. */
export async function shownCandidates(db: Db, owner: Owner, thread: Thread): Promise<ShownCandidate[]> {
  const standing = await readCandidates(db, owner, thread)
  return standing.map((candidate) => shown(candidate, thread))
}

function shown(candidate: StandingCandidate, { tweets, numbering }: Thread): ShownCandidate {
  const { id, kind, under, status, errorMessage, texts } = candidate
  const rewrites = isRewriting(kind)
  const before = rewrites ? tweets.find(({ position }) => position === under) : undefined
  // One that is added makes the thread longer, and stands one further.
  const count = tweets.length + (rewrites ? 0 : 1)
  const number = numbering && count > 1 ? numberSuffix(under + (rewrites ? 0 : 1), count) : ''
  return {
    id,
    kind,
    under,
    status,
    error: errorMessage,
    notes: candidateNotes(candidate),
    texts: texts.map(({ text, verdict, reasons }) => ({
      text,
      verdict,
      reasons,
      length: measure(text.trimEnd() + number, 'x').length,
      // An opening by another thought has no words to be compared.
      words: before && kind !== 'hook' ? wordByWord(before.text, text) : null,
    })),
  }
}

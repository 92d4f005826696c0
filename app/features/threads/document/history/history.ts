import type { Cursor } from '../edits/outcome.ts'
import type { ThreadDocument } from '../thread-document.ts'
import { cursorOfChange } from './cursor-of-change.ts'
import { textChange } from './text-change.ts'

/** What the person did. Only typing is ever taken together; every other kind is a step of its own. */
export type Step = {
  kind:
    | 'typing'
    | 'paste'
    | 'split'
    | 'join'
    | 'move'
    | 'add'
    | 'duplicate'
    | 'remove'
    | 'mark'
    | 'numbering'
    | 'title'
    | 'replace'
    /** A rewrite by the machine that the person accepted: their own deed, so it is undone like one. */
    | 'candidate'
    | 'restore'
  tweetId?: string
  /** Milliseconds on one clock, whichever. */
  at: number
}

/** A step that can be undone or redone: the document on the step's other side. */
export type Entry = { document: ThreadDocument; step: Step }

/** Plain data: it may be kept in React state, or stored. The newest of the past and of the future stand last. */
export type History = {
  past: readonly Entry[]
  present: ThreadDocument
  future: readonly Entry[]
  /** Where the last typing ended in its tweet, while more of it would still be the same step; null otherwise. */
  typingEnd: number | null
}

/** Steps that are kept; the oldest go. A step costs little, since unchanged tweets are shared. */
export const mostSteps = 200
/** A longer rest than this begins a new step, in milliseconds. */
const typingPause = 1_000

export const begin = (present: ThreadDocument): History => {
  return { past: [], present, future: [], typingEnd: null }
}

/**
 * Adds what was just done; what was undone before it can't be redone any more. Typing goes on with the step before it in
 * the same tweet unless there was a pause of over a second, or the cursor had jumped: then the change doesn't touch where
 * the last one ended. The same goes for the title, without the cursor. The same document is no step.
 */
export function record(history: History, document: ThreadDocument, step: Step): History {
  if (document === history.present) return history
  const last = history.past.at(-1)
  const typed = step.kind === 'typing' ? changeOfTweet(history.present, document, step.tweetId) : null
  const typingEnd = typed?.newEnd ?? null
  const isOneField =
    last?.step.kind === step.kind &&
    last.step.tweetId === step.tweetId &&
    Math.abs(step.at - last.step.at) <= typingPause
  const isOnAtCursor =
    typed !== null &&
    history.typingEnd !== null &&
    typed.earliest <= history.typingEnd &&
    history.typingEnd <= typed.oldEnd
  const goesOn = isOneField && (isOnAtCursor || step.kind === 'title')
  const past = goesOn
    ? [...history.past.slice(0, -1), { document: last.document, step }]
    : [...history.past, { document: history.present, step }].slice(-mostSteps)
  return { past, present: document, future: [], typingEnd }
}

/** What undoing or redoing comes to, and where the cursor belongs then (null where it stays). */
export type Travelled = { history: History; document: ThreadDocument; cursor: Cursor | null }

/** Takes the last step back; null where there is none. */
export function undo(history: History): Travelled | null {
  const entry = history.past.at(-1)
  if (!entry) return null
  return travelled(history, entry, {
    past: history.past.slice(0, -1),
    future: [...history.future, { document: history.present, step: entry.step }],
  })
}

/** Makes the last step that was undone again; null where there is none. */
export function redo(history: History): Travelled | null {
  const entry = history.future.at(-1)
  if (!entry) return null
  return travelled(history, entry, {
    past: [...history.past, { document: history.present, step: entry.step }],
    future: history.future.slice(0, -1),
  })
}

function travelled(
  { present }: History,
  { document, step }: Entry,
  steps: Pick<History, 'past' | 'future'>,
): Travelled {
  const cursor = cursorOfChange(present, document, step.tweetId)
  return { history: { ...steps, present: document, typingEnd: null }, document, cursor }
}

function changeOfTweet(from: ThreadDocument, to: ThreadDocument, tweetId: string | undefined) {
  const textIn = ({ tweets }: ThreadDocument) => tweets.find(({ id }) => id === tweetId)?.text
  const [before, after] = [textIn(from), textIn(to)]
  return before === undefined || after === undefined ? null : textChange(before, after)
}

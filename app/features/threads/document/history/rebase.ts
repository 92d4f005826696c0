import { mergeDocuments } from '../merge/merge-documents.ts'
import type { ThreadDocument } from '../thread-document.ts'
import type { Entry, History } from './history.ts'

/**
 * Takes what others wrote into the history: `arrived` is the present as merged with their change (another tab's, or what
 * the check found on the server). It becomes no step, since undoing it would throw away what somebody else wrote; instead
 * their change is made to every document of the past and the future too. So undoing goes on taking back one's own steps
 * alone, and their words stay: where a step was about the same words theirs stand, and a tweet that they removed doesn't
 * come back. Steps of which nothing is left go. What the person themself brings in, an accepted candidate or a restored
 * revision, is recorded as a step like any edit.
 */
export function rebase(history: History, arrived: ThreadDocument): History {
  const { present: base } = history
  if (arrived === base) return history
  const gone = idsOnlyIn(base, arrived)
  const moved = ({ document, step }: Entry): Entry => {
    if (document === base) return { document: arrived, step }
    return { document: mergeDocuments(base, arrived, without(document, gone)).merged, step }
  }
  const isTypingOn = history.typingEnd !== null && sameTexts(base, arrived)
  return {
    past: distinct(history.past.map(moved), arrived),
    present: arrived,
    future: distinct(history.future.map(moved), arrived),
    typingEnd: isTypingOn ? history.typingEnd : null,
  }
}

function idsOnlyIn(base: ThreadDocument, other: ThreadDocument): Set<string> {
  const left = new Set(other.tweets.map(({ id }) => id))
  return new Set(base.tweets.map(({ id }) => id).filter((id) => !left.has(id)))
}

function without(document: ThreadDocument, gone: ReadonlySet<string>): ThreadDocument {
  if (gone.size === 0 || !document.tweets.some(({ id }) => gone.has(id))) return document
  return { ...document, tweets: document.tweets.filter(({ id }) => !gone.has(id)) }
}

/** The steps that still lead from one document to another; the newest stands last and leads to or from the present. */
function distinct(entries: readonly Entry[], present: ThreadDocument): Entry[] {
  return entries.filter(({ document }, at) => !isSame(document, entries[at + 1]?.document ?? present))
}

const isSame = (a: ThreadDocument, b: ThreadDocument) =>
  a === b ||
  (a.title === b.title &&
    a.numbering === b.numbering &&
    sameTexts(a, b) &&
    a.tweets.every((tweet, at) => sameMarks(tweet, b.tweets[at])))

type Marks = { isOpinion: boolean; isLocked: boolean }
const sameMarks = (a: Marks, b?: Marks) => a.isOpinion === b?.isOpinion && a.isLocked === b.isLocked

const sameTexts = (a: ThreadDocument, b: ThreadDocument) =>
  a === b ||
  (a.tweets.length === b.tweets.length &&
    a.tweets.every(({ id, text }, at) => id === b.tweets[at]?.id && text === b.tweets[at].text))

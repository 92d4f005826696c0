import { numberTexts } from '#app/features/counting/numbering.ts'
import { compareDocuments } from '#app/features/threads/document/compare-documents.ts'
import { readDocument } from '#app/features/threads/read-document.ts'
import { listRevisions, type RevisionRow } from '#app/features/threads/revisions/list-revisions.ts'
import {
  type Revision,
  readRevision,
  revisionNotFound,
} from '#app/features/threads/revisions/read-revision.ts'
import { documentOf } from '#app/features/threads/stored-tweet.ts'
import type { AppContext } from '#app/platform/context.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { HistoryView, ShownChanges, ShownVersion } from './history-props.ts'

const pageSize = 20

type Asked = {
  threadId: string
  /** The newest where none is named. */
  version?: number | undefined
  view: HistoryView
  before?: number | undefined
}

/** A page of a thread's versions, and the one that is looked at. Throws `thread-not-found` and `revision-not-found` (404). */
export async function readHistory(
  { prisma, pool }: AppContext['database'],
  owner: Owner,
  { threadId, version, view, before }: Asked,
) {
  const now = await readDocument(prisma, owner, threadId)
  const { rows, next } = await listRevisions(pool, owner, threadId, { size: pageSize, before })
  const looked = version ?? rows[0]?.version
  if (looked === undefined) return { rows, next, nowVersion: now.version, shown: null }
  // What is looked at may be on another page of the list than this one.
  const { rows: pair } = await listRevisions(pool, owner, threadId, { size: 2, before: looked + 1 })
  const [row, previous] = pair
  if (row?.version !== looked) throw revisionNotFound()
  const read = (of: RevisionRow) => readRevision(prisma, owner, { threadId, version: of.version })
  const revision = await read(row)
  const documents = {
    previous: previous ? documentOf(await read(previous)) : null,
    this: documentOf(revision),
    now: documentOf(now),
  }
  return { rows, next, nowVersion: now.version, shown: shownAs(view, { row, revision, documents }) }
}

type Document = ReturnType<typeof documentOf>

/** One version by the view that was asked for; the first of all has nothing before it, and is shown whole. */
function shownAs(
  view: HistoryView,
  {
    row,
    revision,
    documents,
  }: {
    row: RevisionRow
    revision: Revision
    documents: { previous: Document | null; this: Document; now: Document }
  },
): ShownVersion {
  const { previous } = documents
  const told = { row, isFirst: previous === null }
  if (view === 'now') return { ...told, view, changes: changesOf(documents.this, documents.now), tweets: [] }
  if (view === 'changes' && previous)
    return { ...told, view, changes: changesOf(previous, documents.this), tweets: [] }
  return { ...told, view: 'whole', changes: null, tweets: tweetsOf(revision) }
}

function changesOf(before: Document, after: Document): ShownChanges {
  const { summary, tweets } = compareDocuments(before, after)
  const marks = new Map(after.tweets.map((tweet) => [tweet.id, tweet]))
  return {
    summary,
    tweets: tweets.map((change) => {
      const { isLocked = false, isOpinion = false } = marks.get(change.tweetId) ?? {}
      return { ...change, isLocked, isOpinion }
    }),
  }
}

/** As they would have been posted. */
function tweetsOf({ tweets, numbering }: Revision): ShownVersion['tweets'] {
  const texts = tweets.map(({ text }) => text)
  const posted = numbering ? numberTexts(texts) : texts
  return tweets.map(({ id, text, isLocked, verdict }, index) => ({
    id,
    text: posted[index] ?? text,
    isLocked,
    verdict,
  }))
}

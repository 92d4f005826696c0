import { retryGeneration } from '#app/features/generation/retry-generation.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'
import { readDocument } from '#app/features/threads/read-document.ts'
import { listRevisions } from '#app/features/threads/revisions/list-revisions.ts'
import { restoreRevision } from '#app/features/threads/revisions/restore-revision.ts'
import { saveDocument } from '#app/features/threads/save-document.ts'
import { documentOf } from '#app/features/threads/stored-tweet.ts'
import type { Owner } from '#app/platform/owner.ts'
import { readVisitor } from '#app/platform/visitor.server.ts'
import { deskOf } from './candidate-world.ts'
import { jobOf, runDependencies } from './generation-world.ts'
import { browserOf } from './route-world.ts'
import type { TestDatabase } from './test-database.ts'

/** A ready thread that its owner saves whole, with what is kept of it. */
export async function savedThread(database: TestDatabase, given: Parameters<typeof deskOf>[1] = {}) {
  const desk = await deskOf(database, { options: { length: 3 }, ...given })
  const { owner, threadId } = desk
  const { prisma, pool } = database.app
  const stored = () => readDocument(prisma, owner, threadId)
  const document = async () => {
    return documentOf(await stored())
  }
  /** Saves what a change makes of the document as it stands. */
  const save = async (
    change: (document: ThreadDocument) => ThreadDocument,
    { version, as = owner }: { version?: number; as?: Owner } = {},
  ) =>
    saveDocument(
      prisma,
      as,
      { threadId, version: version ?? (await stored()).version },
      change(await document()),
    )
  const restore = async (restoredFrom: number) =>
    restoreRevision(prisma, owner, { threadId, version: (await stored()).version }, restoredFrom)
  /** What is kept, oldest first, each with its tweets' texts. */
  const kept = async () =>
    (await database.owner.prisma.revision.findMany({ where: { threadId }, orderBy: { version: 'asc' } })).map(
      ({ tweets, ...row }) => ({ ...row, texts: textsOf(tweets) }),
    )
  const listed = async (page: { size?: number; before?: number } = {}) =>
    listRevisions(pool, owner, threadId, { size: 50, ...page })
  /** Makes as if all that is kept had been saved so much earlier. */
  const letPass = async (interval: string) => {
    await database.owner.pool.query(
      'update revisions set created_at = created_at - $2::interval where thread_id = $1',
      [threadId, interval],
    )
  }
  return { ...desk, stored, document, save, restore, kept, listed, letPass }
}

/** Has a thread written again, over its edits. */
export async function writeAgain(
  database: TestDatabase,
  { owner, threadId }: { owner: Owner; threadId: string },
) {
  await retryGeneration(database.app.prisma, owner, threadId, { over: true })
  const { id } = await database.owner.prisma.generation.findFirstOrThrow({
    where: { threadId, status: 'queued' },
  })
  await runGeneration(runDependencies(database), jobOf(id))
}

/** Such a thread in the browser whose visitor it belongs to. */
export async function savedThreadInBrowser(database: TestDatabase, variables: Record<string, string> = {}) {
  const browser = browserOf(database, variables)
  // As a first visit leaves it with a cookie.
  const { visitorId, setCookie } = await readVisitor(new Request('http://localhost'), browser.context().env)
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(setCookie ?? '') ?? []
  browser.jar.set(name, value)
  const thread = await savedThread(database, { owner: { visitorId } })
  return { ...thread, browser, params: { threadId: thread.threadId } }
}

/** A document whose tweet at `position`, from 1, reads otherwise. */
export const withText =
  (text: string, position = 1) =>
  (document: ThreadDocument): ThreadDocument => ({
    ...document,
    tweets: document.tweets.map((tweet, index) => (index === position - 1 ? { ...tweet, text } : tweet)),
  })

const textsOf = (tweets: unknown) =>
  Array.isArray(tweets) ? tweets.map((tweet: { text: string }) => tweet.text) : []

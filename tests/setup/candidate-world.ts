import { askCandidate, type Wish } from '#app/features/generation/candidates/ask-candidate.ts'
import type { CandidateModel } from '#app/features/generation/candidates/candidate-model.ts'
import { readCandidates } from '#app/features/generation/candidates/read-candidates.ts'
import { runCandidate } from '#app/features/generation/candidates/run-candidate.ts'
import { takeAllCandidates } from '#app/features/generation/candidates/take-all-candidates.ts'
import { leaveCandidate, takeCandidate } from '#app/features/generation/candidates/take-candidate.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import type { Owner } from '#app/platform/owner.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { jobOf, runDependencies } from './generation-world.ts'
import type { TestDatabase } from './test-database.ts'

/** A ready thread of the built-in writer, with what its owner can do about candidates; `model` writes them. */
export async function deskOf(
  database: TestDatabase,
  { model = null, ...given }: { model?: CandidateModel | null } & Parameters<typeof submitted>[1] = {},
) {
  const made = await submitted(database.app.prisma, given)
  const { owner, threadId } = made
  const { prisma } = database.app
  const dependencies = runDependencies(database)
  await runGeneration(dependencies, jobOf(made.generationId))
  const thread = () => readThread(prisma, owner, threadId)
  const candidates = async (as: Owner = owner) => readCandidates(prisma, as, await thread())
  const first = await thread()
  const tweetAt = (position: number) => {
    const tweet = first.tweets[position - 1]
    if (!tweet) throw new Error(`the thread has no tweet ${position}`)
    return tweet
  }
  const ask = (wish: Wish, { version = first.version, as = owner, hasModel = model !== null } = {}) =>
    askCandidate(prisma, as, { threadId, version }, { wish, hasModel })
  const run = async () => {
    const queued = await database.owner.prisma.tweetCandidate.findMany({
      where: { threadId, status: 'queued' },
    })
    for (const { id } of queued)
      await runCandidate(
        {
          prisma: database.owner.prisma,
          model,
          contentFilter: dependencies.contentFilter,
          logger: database.logger,
        },
        { candidateId: id, isLastTry: true, signal: new AbortController().signal },
      )
  }
  /** The one candidate that comes of a wish. */
  const asked = async (wish: Wish) => {
    await ask(wish)
    await run()
    const found = (await candidates()).at(-1)
    if (!found) throw new Error('nothing stands beside the thread')
    return found
  }
  const take = (candidateId: string, { index = 0, version = first.version, as = owner } = {}) =>
    takeCandidate(prisma, as, { threadId, version, candidateId, index })
  const takeAll = (candidateIds: string[], { version = first.version, as = owner } = {}) =>
    takeAllCandidates(prisma, as, { threadId, version, candidateIds })
  const leave = (candidateId: string, as = owner) => leaveCandidate(prisma, as, { threadId, candidateId })
  return {
    ...made,
    thread,
    candidates,
    tweetAt,
    ask,
    run,
    asked,
    take,
    takeAll,
    leave,
    version: first.version,
  }
}

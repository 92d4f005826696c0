import { runGeneration } from '#app/features/generation/run-generation.ts'
import type { Owner } from '#app/platform/owner.ts'
import { submitted } from '#tests/factories/submissions.ts'
import type { accountWorld } from './account-world.ts'
import { jobOf, runDependencies } from './generation-world.ts'
import type { TestDatabase } from './test-database.ts'

/** A ready thread with three tweets of a page, of somebody who is signed in. `texts` are theirs in place of the writer's. */
export async function writtenThread(
  database: TestDatabase,
  world: ReturnType<typeof accountWorld>,
  { texts = ['One stands.', 'Two stands.', 'Three stands.'] }: { texts?: string[] } = {},
) {
  const person = await world.signedIn()
  const owner: Owner = { userId: person.id }
  const { threadId, generationId } = await submitted(database.app.prisma, { owner })
  await runGeneration(runDependencies(database), jobOf(generationId))
  const { prisma } = database.owner
  const write = async (written: string[]) => {
    await prisma.tweet.deleteMany({ where: { threadId } })
    await prisma.tweet.createMany({
      data: written.map((text, at) => ({ threadId, position: at + 1, text, verdict: 'supported' as const })),
    })
  }
  await write(texts)
  const { sourceId } = await prisma.thread.findUniqueOrThrow({ where: { id: threadId } })
  /** Has the thread made of a page that is called so. */
  const ofPage = async (url: string, title: string) => {
    await prisma.source.update({ where: { id: sourceId }, data: { url, origin: 'url' } })
    await prisma.snapshot.updateMany({ where: { sourceId }, data: { finalUrl: url, title } })
  }
  return { ...person, owner, threadId, params: { threadId }, path: `/threads/${threadId}`, write, ofPage }
}

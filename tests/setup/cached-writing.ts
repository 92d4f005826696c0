import { afterAll } from 'vitest'
import { cachedWriter } from '#app/features/generation/cache/cached-writer.ts'
import { createThreadCache } from '#app/features/generation/cache/thread-cache.ts'
import { generationChannel } from '#app/features/generation/generation-channel.ts'
import type { Writer, WriterEvent, WriterInput } from '#app/features/generation/writer.ts'
import { createNotifications } from '#app/platform/notifications.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { createInProcessRedis } from '#app/platform/redis/in-process.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { newVisitor } from '#tests/factories/submissions.ts'
import { exampleInput, exampleSource } from '#tests/fakes/openai/example-input.ts'
import { scriptedWriter, tweetEvent } from './generation-world.ts'
import type { TestDatabase } from './test-database.ts'

type Script = (time: number, signal: AbortSignal) => AsyncIterable<WriterEvent>

/** Writes a thread of three tweets that tell which time it was. */
export async function* threadOfTime(time: number): AsyncGenerator<WriterEvent> {
  yield { type: 'planned', tweets: 3 }
  for (const tweet of [1, 2, 3]) yield tweetEvent(`Tweet ${tweet} of writing ${time}.`)
  yield { type: 'written-by', model: 'scripted-1' }
}

/** A writer that counts how often it is asked, from 1. */
export function countingWriter(script: Script = threadOfTime) {
  const asked = { times: 0 }
  const writer = scriptedWriter((signal) => {
    asked.times += 1
    return script(asked.times, signal)
  })
  return { asked, writer }
}

/** Writers over one database as several processes would have them, each with a memory of its own. */
export function cachedWriting(database: TestDatabase) {
  const closers: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const close of closers) await close()
  })
  return {
    /** `writer` as one process has it. */
    inProcess(
      writer: Writer,
      { redis = createInProcessRedis(), promptVersion = 'test-1', model = 'scripted' }: Hand = {},
    ): Writer {
      const { ownerUrl: url, logger } = database
      const notifications = createNotifications({ url, channels: [generationChannel], logger })
      closers.push(notifications.close)
      const cache = createThreadCache({ pool: database.owner.pool, notifications, redis, logger })
      return toItsEnd(cachedWriter(writer, { model, promptVersion }, cache))
    },
    /** An owner whom the database knows. */
    async knownOwner(): Promise<{ visitorId: string }> {
      const owner = newVisitor()
      await database.owner.prisma.visitor.create({ data: { id: owner.visitorId } })
      return owner
    },
  }
}
type Hand = { redis?: Redis; promptVersion?: string; model?: string }

/** What a writer is given for a page of this text, public unless told. */
export function inputOf(
  text: string,
  given: {
    owner?: Owner
    isPublic?: boolean
    afresh?: boolean
    signal?: AbortSignal
    options?: Partial<WriterInput['options']>
  } = {},
): WriterInput {
  const { owner = newVisitor(), isPublic = true, afresh = false, ...rest } = given
  const source = exampleSource([`About ${text}`, `This is the text of ${text}, which is long enough.`])
  return {
    ...exampleInput({ source, ...rest }),
    keeping: { contentHash: source.contentHash, isPublic, owner, afresh, later: () => {} },
  }
}

/** A writer that is over, as a run is, only when what it has left for later is done too. */
function toItsEnd(writer: Writer): Writer {
  return {
    ...writer,
    async *write({ keeping, ...input }) {
      const forLater: (() => Promise<void>)[] = []
      const later = (work: () => Promise<void>) => void forLater.push(work)
      yield* writer.write({ ...input, ...(keeping && { keeping: { ...keeping, later } }) })
      await Promise.all(forLater.map((work) => work()))
    },
  }
}

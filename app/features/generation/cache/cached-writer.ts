import { untilAborted } from '#app/integrations/safe-fetch/until-aborted.ts'
import { minutes } from '#app/platform/durations.ts'
import type { Writer, WriterEvent, WriterInput } from '../writer.ts'
import { fits, gathered, type KeptThread, retold } from './kept-thread.ts'
import type { Asked, ThreadCache } from './thread-cache.ts'
import { type ThreadPlace, threadPlace, type WritingHand } from './thread-place.ts'

/** How long another's writing is waited for before one writes oneself. */
const patience = minutes(2)

type Keeping = NonNullable<WriterInput['keeping']>

/**
 * A writer that gives again what it wrote before for the same text and wishes: first `cached`, then the same events,
 * with no tokens used. Where several ask for the same at once, one writes and the others get it when it is done; where
 * that one fails or is stopped, the next writes. Only what a writer finished by itself is kept. An input that doesn't
 * say how it may be kept goes straight to the writer.
 */
export function cachedWriter(writer: Writer, hand: Omit<WritingHand, 'writer'>, cache: ThreadCache): Writer {
  const { promptVersion } = hand

  async function* write(input: WriterInput): AsyncGenerator<WriterEvent> {
    if (!input.keeping) return yield* writer.write(input)
    const place = threadPlace(input, input.keeping, { ...hand, writer: writer.name })
    if (!input.keeping.afresh) return yield* once(place, input, input.keeping)
    const thread = yield* writing(place, input)
    if (thread) input.keeping.later(() => cache.replace(place, thread))
  }

  /** Lets the writer write; what may be kept of it comes in the end. */
  async function* writing(
    { owner }: ThreadPlace,
    input: WriterInput,
  ): AsyncGenerator<WriterEvent, KeptThread | null> {
    const about = { writer: writer.name, promptVersion, owner }
    const thread = yield* gathered(writer.write(input), about)
    return thread && fits(thread, input) ? thread : null
  }

  async function* once(
    place: ThreadPlace,
    input: WriterInput,
    keeping: Keeping,
  ): AsyncGenerator<WriterEvent> {
    const giveUpAt = Date.now() + patience
    const waiting = AbortSignal.any([input.signal, AbortSignal.timeout(patience)])
    const isFit = (thread: KeptThread) => fits(thread, input)
    for (;;) {
      const asked = await untilAborted(cache.ask(place, isFit), waiting, letOthers).catch(() => null)
      input.signal.throwIfAborted()
      if (!asked) return yield* writer.write(input)
      if (asked.type === 'kept') {
        await cache.countHit(place)
        return yield* retold(asked.thread)
      }
      if (asked.type === 'lead') return yield* leading(asked, place, input, { keeping, giveUpAt })
    }
  }

  async function* leading(
    lead: Extract<Asked, { type: 'lead' }>,
    place: ThreadPlace,
    input: WriterInput,
    { keeping, giveUpAt }: { keeping: Keeping; giveUpAt: number },
  ): AsyncGenerator<WriterEvent> {
    /** Until what was written is handed on: who waits for it does so until then. */
    let isLeft = true
    try {
      const isFit = (thread: KeptThread) => fits(thread, input)
      const turn = await cache.turn(place, { signal: input.signal, giveUpAt, isFit })
      if (turn.type === 'found') {
        await lead.finish(turn.found)
        await cache.countHit(place)
        return yield* retold(turn.found)
      }
      const release = async () => (turn.type === 'mine' ? turn.release() : undefined)
      try {
        const thread = yield* writing(place, input)
        isLeft = false
        keeping.later(() => lead.finish(thread).then(release))
      } finally {
        if (isLeft) await release()
      }
    } finally {
      if (isLeft) lead.abandon()
    }
  }

  return { ...writer, write }
}

/** Nobody is there any more to write what this one was given to write. */
const letOthers = (asked: Asked) => {
  if (asked.type === 'lead') asked.abandon()
}

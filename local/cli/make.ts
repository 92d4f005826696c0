import { randomUUID } from 'node:crypto'
import { countedLength } from '#app/features/counting/count.ts'
import type { Network } from '#app/features/counting/networks.ts'
import { numberTexts } from '#app/features/counting/numbering.ts'
import { awaitChange } from '#app/features/generation/await-change.ts'
import { cancelGeneration } from '#app/features/generation/cancel-generation.ts'
import { generationOptionsSchema } from '#app/features/generation/options.ts'
import type { GenerationView } from '#app/features/generation/progress.ts'
import { submitThread } from '#app/features/generation/submit-thread.ts'
import { writerNames } from '#app/features/generation/writer.ts'
import type { Owner } from '#app/features/threads/owner.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import { seconds } from '#app/platform/durations.ts'
import { AppError } from '#app/platform/errors.ts'
import { startWorker } from '#jobs/start-worker.ts'
import { createTasks } from '#jobs/task-list.ts'
import { badInput, networkOf, onlyPositional, parse } from './arguments.ts'
import { localOwner } from './local-owner.ts'
import { progressLine } from './progress-line.ts'
import { readSourceArgument } from './source-argument.ts'
import { print } from './standard-input.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

/** Writes a thread through the same queue as the web, with a worker of its own, and prints it. */
export async function make(args: string[]): Promise<void> {
  const { values, positionals } = parse(args, {
    json: { type: 'boolean' },
    writer: { type: 'string' },
    'max-tweets': { type: 'string' },
    network: { type: 'string' },
  })
  const network = networkOf(values.network)
  const writer = values.writer === undefined ? undefined : writerNames.find((name) => name === values.writer)
  if (values.writer !== undefined && !writer)
    throw badInput(`There is no writer “${values.writer}”: choose ${writerNames.join(' or ')}.`)
  const options = generationOptionsSchema.parse({ atMost: tweetsAtMost(values['max-tweets']) })
  const submission = await readSourceArgument(onlyPositional(positionals, 'a SOURCE'))

  const workshop = await openWorkshop()
  try {
    const owner = await localOwner(workshop.database.prisma)
    const { threadId } = await submitThread(workshop.database.prisma, owner, submission, options, {
      lane,
      network,
      ...(writer && { writer }),
    })
    const view = await workOff(workshop, owner, threadId)
    if (view.status === 'cancelled') throw new AppError('cancelled', 'Stopped before the thread was written.')
    if (view.error)
      throw new AppError(view.error.code, view.error.message, {
        status: 422,
        retryable: view.error.retryable,
      })
    await show(workshop, owner, threadId, { network, view, json: values.json ?? false })
  } finally {
    await workshop.close()
  }
}

/** The queue's lane of this command alone. */
const lane = `command-${randomUUID()}` as const

/** Works this command's lane of the queue until this thread has ended; an interrupt cancels it. */
async function workOff(workshop: Workshop, owner: Owner, threadId: string): Promise<GenerationView> {
  const { env, database, notifications, logger } = workshop
  const interrupted = new AbortController()
  const interrupt = () => interrupted.abort()
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  const worker = await startWorker({
    pool: database.pool,
    concurrency: 1,
    lane,
    tasks: createTasks(env, database, notifications, logger),
    logger,
  })
  const line = progressLine(process.stderr)
  try {
    for (let seq = -1; ; ) {
      if (interrupted.signal.aborted) await cancelGeneration(database.pool, owner, threadId)
      const view = await awaitChange({ pool: database.pool, notifications }, owner, threadId, seq, {
        timeoutMs: seconds(5),
        signal: interrupted.signal,
      })
      if (!view) throw new AppError('thread-not-found', 'The thread was deleted while it was written.')
      line.show(view)
      if (view.status !== 'queued' && view.status !== 'running') return view
      seq = view.seq
    }
  } finally {
    line.end()
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
    await worker.stop()
  }
}

async function show(
  { database }: Workshop,
  owner: Owner,
  threadId: string,
  { network, view, json }: { network: Network; view: GenerationView; json: boolean },
): Promise<void> {
  const { source, tweets, numbering } = await readThread(database.prisma, owner, threadId)
  const plain = tweets.map((tweet) => tweet.text)
  const texts = numbering ? numberTexts(plain) : plain
  // A tweet may hold blank lines, so these don't tell one from the next.
  if (!json) return print(`${texts.join('\n\n---\n\n')}\n`)
  const { snapshot } = source
  const result = {
    source: {
      title: snapshot?.title ?? null,
      url: snapshot?.url ?? source.url,
      text: snapshot?.text ?? '',
      hash: snapshot?.contentHash ?? null,
      language: snapshot?.language ?? null,
    },
    writer: view.progress.writer,
    tweets: texts.map((text, index) => ({
      position: index + 1,
      text,
      weightedLength: countedLength(text, network),
    })),
  }
  return print(`${JSON.stringify(result)}\n`)
}

function tweetsAtMost(value: string | undefined): number | null {
  if (value === undefined) return null
  if (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 100) return Number(value)
  throw badInput(`--max-tweets takes a whole number from 1 to 100, not “${value}”.`)
}

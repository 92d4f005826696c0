import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { minutes } from '#app/platform/durations.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Reading, SourceDocument } from '../document.ts'
import { type Answer, type Request, readingIn } from './protocol.ts'

/** Mebibytes for young objects; those that live longer move to the memory that the limit is for. */
const youngMb = 8

/** How long a thread may take to start: it gives way to all else, so that on a busy machine that is no fault of a document's. */
const startLimitMs = minutes(1)

export type ThreadOptions = {
  /** The thread's file. */
  entry: URL
  /** How long one document may take. */
  limitMs: number
  /** What the thread's long-lived objects may take together, in mebibytes. */
  memoryMb: number
  /** How long a thread without work is kept. */
  idleMs: number
}

type Running = {
  worker: Worker
  /** Aborted when the thread has ended, whyever. */
  gone: AbortSignal
}

export type ReadingThread = {
  /** One document at a time. */
  read(document: SourceDocument, signal: AbortSignal): Promise<Reading>
  stop(): Promise<void>
}

/**
 * A thread that reads documents: started with the first, ended with whatever it is doing at its limit or by the signal,
 * started afresh with the next, and ended when it has been idle. Holds no process open unless it is reading.
 */
export function createThread({ entry, limitMs, memoryMb, idleMs }: ThreadOptions): ReadingThread {
  let running: Running | null = null
  let idle: NodeJS.Timeout | undefined

  async function end() {
    const ending = running
    running = null
    await ending?.worker.terminate()
  }

  async function start(over: AbortSignal): Promise<Running> {
    const worker = new Worker(entry, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
      // What reads strangers' documents has no business with keys and passwords, nor with this process's switches.
      env: {},
      execArgv: [],
    })
    const gone = new AbortController()
    const started = { worker, gone: gone.signal }
    running = started
    worker.unref()
    // One that dies while nobody asks it anything is only to be forgotten.
    worker.on('error', () => {})
    worker.once('exit', (code) => {
      if (running?.worker === worker) running = null
      gone.abort(new Error(`A reading thread ended by itself, with code ${code}.`))
    })
    await once(worker, 'message', { signal: AbortSignal.any([over, gone.signal]) })
    return started
  }

  async function ask(
    document: SourceDocument,
    over: AbortSignal,
    { worker, gone }: Running,
  ): Promise<Answer> {
    // Whoever asks may still need the bytes, so that a copy goes over and is only moved from then on.
    const bytes = new Uint8Array(document.bytes)
    const request: Request = { document: { ...document, bytes } }
    worker.postMessage(request, [bytes.buffer])
    const signal = AbortSignal.any([over, gone])
    const [answer]: Answer[] = await once(worker, 'message', { signal })
    if (!answer) throw new Error('A reading thread said nothing.')
    return answer
  }

  return {
    async read(document, signal) {
      signal.throwIfAborted()
      clearTimeout(idle)
      const limit = new AbortController()
      let timer = setTimeout(() => limit.abort(notStarted()), startLimitMs)
      const over = AbortSignal.any([limit.signal, signal])
      let answer: Answer
      try {
        const started = running ?? (await start(over))
        clearTimeout(timer)
        timer = setTimeout(() => limit.abort(tooSlow(limitMs)), limitMs)
        answer = await ask(document, over, started)
      } catch (error) {
        const reason = over.aborted ? over.reason : reasonOf(error)
        await end()
        throw reason
      } finally {
        clearTimeout(timer)
      }
      idle = setTimeout(end, idleMs).unref()
      return readingIn(answer)
    },
    async stop() {
      clearTimeout(idle)
      await end()
    },
  }
}

/** Why a thread gave no answer. */
function reasonOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return tooLarge()
  return error.code === 'ABORT_ERR' ? error.cause : error
}

function notStarted(): AppError {
  return new AppError('reader-busy', 'Threadr is too busy to read this now. Try again in a few minutes.', {
    status: 503,
    retryable: true,
  })
}

function tooSlow(limitMs: number): AppError {
  const limit = limitMs < 1_000 ? `${limitMs} milliseconds` : `${Math.round(limitMs / 1_000)} seconds`
  return new AppError(
    'page-too-slow',
    `Reading this took longer than the ${limit} Threadr gives one page or file. Paste the part you want as text instead.`,
    { status: 422, field: 'source' },
  )
}

function tooLarge(): AppError {
  return new AppError(
    'page-too-complex',
    'Reading this needs more memory than Threadr gives one page or file. Paste the part you want as text instead.',
    { status: 422, field: 'source' },
  )
}

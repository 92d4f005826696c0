import { threadId } from 'node:worker_threads'
import { AppError } from '#app/platform/errors.ts'
import { buildSnapshot } from '../build-snapshot.ts'
import { serveReading } from './serve-reading.ts'

/** A thread that does what its documents tell it to, and reads all others as they are. */
serveReading(async ({ bytes }) => {
  const told = new TextDecoder().decode(bytes)
  if (told === 'hang') for (;;);
  if (told === 'swell') for (const all: string[][] = []; ; ) all.push(new Array(10_000).fill(told))
  if (told === 'refuse')
    throw new AppError('odd-document', 'This is odd. Choose another.', {
      status: 418,
      field: 'source',
      level: 'info',
      retryable: true,
    })
  if (told === 'break') throw new RangeError('a mistake of ours')
  if (told === 'exit') process.exit(3)
  const text = told === 'which thread' ? `thread ${threadId}` : told
  return { type: 'snapshot', snapshot: buildSnapshot('text', [{ kind: 'paragraph', text }]) }
})

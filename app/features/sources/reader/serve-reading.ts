import { parentPort } from 'node:worker_threads'
import type { ReadDocument } from '../document.ts'
import { type Answer, type Request, tellError } from './protocol.ts'

/** Makes the running thread read what its parent sends it, until the parent ends it. */
export function serveReading(readDocument: ReadDocument): void {
  const port = parentPort
  if (!port) throw new Error('This runs in a thread of its own: see create-reader.ts.')
  const say = (answer: Answer) => port.postMessage(answer)
  port.on('message', ({ document }: Request) => {
    readDocument(document).then(
      (reading) => say({ type: 'reading', reading }),
      (error) => say(tellError(error)),
    )
  })
  say({ type: 'ready' })
}

import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Travel } from './behaviours.ts'

type Playable = { writes: Buffer[]; everyMs: number; end: 'clean' | 'destroy' | 'never' }

/** Lays out what is written and when: `parts` shortened to the byte where they are to end, torn where asked. */
export function playable(parts: string[], travel: Travel): Playable {
  const all = parts.map((part) => Buffer.from(part, 'utf8'))
  const end = travel.cut?.how ?? (travel.stallAtByte === undefined ? 'clean' : 'never')
  let left = travel.cut?.atByte ?? travel.stallAtByte ?? Number.POSITIVE_INFINITY

  const writes: Buffer[] = []
  for (const whole of all) {
    const part = whole.subarray(0, Math.max(0, Math.min(left, whole.length)))
    left -= part.length
    const each = travel.bytesEach ?? Math.max(part.length, 1)
    for (let at = 0; at < part.length; at += each) writes.push(part.subarray(at, at + each))
  }
  return { writes, everyMs: travel.everyMs ?? 0, end }
}

/**
 * Writes it out, each write handed to the socket before the next, and notes when, as `performance.now()`; stops quietly where
 * the client has gone away.
 */
export async function play(
  response: ServerResponse,
  { writes, everyMs, end }: Playable,
  writtenAt: number[] = [],
): Promise<void> {
  response.flushHeaders()
  for (const [at, write] of writes.entries()) {
    if (at > 0 && everyMs > 0) await sleep(everyMs)
    if (response.destroyed) return
    writtenAt.push(performance.now())
    await new Promise<void>((resolve) => {
      response.once('close', resolve)
      response.write(write, () => {
        response.off('close', resolve)
        resolve()
      })
    })
  }
  if (end === 'destroy') response.destroy()
  if (end === 'clean') response.end()
}

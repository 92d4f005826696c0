import type { IncomingMessage } from 'node:http'

export type FaultKind =
  /** The connection is closed before anything is done. */
  | { kind: 'close-before' }
  /** It is done, and the connection is closed before it is answered. */
  | { kind: 'close-after' }
  | { kind: 'rate-limit'; retryAfterSeconds?: number | undefined }
  /** Nothing is done, and a server's error answered. */
  | { kind: 'error'; status: number }
  /** It is done and answered after a wait; meanwhile its idempotency key is in use. */
  | { kind: 'slow'; ms: number }
  /** Never answers, and does nothing. */
  | { kind: 'hang' }

/** How requests of the SDK go wrong. */
export type Fault = FaultKind & {
  /** How many requests it hits; all that come, where it says null. */
  times: number | null
  method?: string | undefined
  /** What the path begins with, such as `/v1/checkout`. */
  path?: string | undefined
}

/** The first fault that means a request, counted down. */
export function takeFault(
  faults: Fault[],
  request: Pick<IncomingMessage, 'method'>,
  path: string,
): Fault | null {
  const fault = faults.find(
    (each) =>
      (each.method === undefined || each.method === request.method) && path.startsWith(each.path ?? ''),
  )
  if (!fault) return null
  if (fault.times !== null) {
    fault.times -= 1
    if (fault.times <= 0) faults.splice(faults.indexOf(fault), 1)
  }
  return fault
}
